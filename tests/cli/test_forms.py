"""Names in the forms that the world writes them in, from text to nodes.

Each row is a text and the labels of its nodes, no more and no fewer.
"""
import json
import unittest

from program import run

ROUNDABOUT = [
    ("Liam O&#39;Hara met Jos&eacute; R&iacute;os. &quot;Good,&quot; said "
     "O&#8217;Hara.", ["José Ríos", "Liam O'Hara"]),
    ("The court heard Sergeant Rose Har-\ngrave on Friday. Mrs. Hargrave "
     "thanked Jean-\nLuc Perrot.", ["Jean-Luc Perrot", "Rose Hargrave"]),
    ("Visit\n\nThe harbour master, Ingrid\nSolbakk, showed her guest Jan-Ole\n"
     "Berge the quay on Tuesday. Ms.\nSolbakk said it would last. Mr.\n"
     "Berge agreed.\n", ["Ingrid Solbakk", "Jan-Ole Berge"]),
]
COUPLES = [
    ("Sven and Ingrid Lindqvist run the inn. Mr. Lindqvist cooks.",
     ["Sven Lindqvist", "Ingrid Lindqvist"]),
    ("The gift came from Agnieszka and Tomasz Kowalski of Lublin.",
     ["Agnieszka Kowalski", "Tomasz Kowalski"]),
    ("Ali & Fatima al-Zahrani spoke with Giulia and Marco De Luca.",
     ["Ali al-Zahrani", "Fatima al-Zahrani", "Giulia De Luca",
      "Marco De Luca"]),
    ("Dick and Jane Smith Jr. left.", ["Dick Smith", "Jane Smith Jr."]),
    ("Mr and Mrs Adeyemi were at home. Mrs Adeyemi said nothing.",
     ["Adeyemi", "Mrs Adeyemi"]),
    ("Ambassador and Mrs. Thornton dined with Prince and Princess Alvar.",
     ["Thornton", "Mrs. Thornton", "Alvar", "Princess Alvar"]),
    ("Dr. and Mrs. Yusuf Karim came with Lord and Lady Holroyd.",
     ["Yusuf Karim", "Karim", "Holroyd", "Lady Holroyd"]),
    # No couples: others who are named before "and".
    ("Brandt and Joan Whitlock met. Otto Brandt thanked Joan Whitlock.",
     ["Otto Brandt", "Joan Whitlock"]),
    ("Rose and Alan Reed spoke. Rose Marsh thanked Alan Reed.",
     ["Rose Marsh", "Alan Reed"]),
    ("President and CEO Joan Whitlock spoke to Prince Carl and Alan Reed.",
     ["Joan Whitlock", "Prince Carl", "Alan Reed"]),
]
TURNED = [
    ("Committee members\nAdebayo, Funmilayo\nØstergaard, Søren\n"
     "Takahashi, Yuki A.\nFernández de Córdoba, Álvaro\nibn Saud, Khalid\n",
     ["Funmilayo Adebayo", "Søren Østergaard", "Yuki A. Takahashi",
      "Álvaro Fernández de Córdoba", "Khalid ibn Saud"]),
    ("Those honoured were Lindqvist, Sven; Haddad, Samir, Jr.; and Petrova, "
     "Olga. Mr. Haddad spoke.",
     ["Sven Lindqvist", "Samir Haddad Jr.", "Olga Petrova"]),
    ("Index: Abramson, Leah, 12; Bianchi, Marco, 44; Carrow, T. J., 90.",
     ["Leah Abramson", "Marco Bianchi", "T. J. Carrow"]),
    ("The report by Whitcombe, Hazel R., was filed. Hazel Whitcombe left.",
     ["Hazel R. Whitcombe"]),
    ("Present:\n1. ROSSI Giulia (EIB)\n2. MÜLLER, Jens\n3. Tariq Aziz-Khan\n"
     "4. Bram Visser - Ministry of Water\n",
     ["Giulia Rossi", "Jens Müller", "Tariq Aziz-Khan", "Bram Visser"]),
    # Places, and whole names one after the other.
    ("We saw Lyon, France; Bath, England; and Cork, Ireland. Joan Whitlock, "
     "Ann M. Reed and Sven Berg came with Sen. Ida Tull, D-Ohio.",
     ["Joan Whitlock", "Ann M. Reed", "Sven Berg", "Ida Tull"]),
]
WHOLE = [
    ("The owner, Margaret (Maggie) Pellam, met M.S. Subramaniam Iyer and Abel Hart.",
     ["Margaret (Maggie) Pellam", "M.S. Subramaniam Iyer", "Abel Hart"]),
    ("Anna-Lena Gräfin von Moltke met Femke op den Akker and Joris ten Haven.",
     ["Anna-Lena Gräfin von Moltke", "Femke op den Akker",
      "Joris ten Haven"]),
    ("Attending: Dave Thorner, Mark Nowell, Eric Northam. Dave T presented. "
     "Mark N. asked Eric N about tests.",
     ["Dave Thorner", "Mark Nowell", "Eric Northam"]),
    ("Fr. Declan Moyle, Sr. Agnes Tully and Walter Briggs, Sr., left.",
     ["Declan Moyle", "Agnes Tully", "Walter Briggs, Sr."]),
    ("P. Karl & Co. met Abel Hart. Roe & Co. thanked Abel Hart.",
     ["Abel Hart"]),
]


def labels(text):
    built = run("build", "-q", "-", "-f", "json", "-o", "-",
                text=(json.dumps({"id": "1", "text": text}) + "\n").encode())
    return sorted(node["label"] for node in json.loads(built)["nodes"])


class Forms(unittest.TestCase):
    def check(self, rows):
        for text, names in rows:
            with self.subTest(text):
                self.assertEqual(labels(text), sorted(names))

    def test_text_written_in_a_roundabout_way(self):
        self.check(ROUNDABOUT)

    def test_surnames_that_are_written_first(self):
        self.check(TURNED)

    def test_names_are_whole(self):
        self.check(WHOLE)

    def test_surnames_that_are_written_once(self):
        self.check(COUPLES)


if __name__ == "__main__":
    unittest.main()

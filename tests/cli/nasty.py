"""Names that break writers, readers or both."""
NASTY = ["Quo \"Ted\" Marks", "Ampere & Sons", "Less < More > Less",
         "Sect ]]> Ion", "Apo'strophe's", "Back\\slash\\", "Emma 😀 Jones",
         "שלמה כהן", "\u202eReversed\u202c Name", "Null\u200bWidth",
         "王小明", "Na\u0308hte", "%s%n Format", "$HOME `ls`", "${jndi:x}",
         "<script>alert(1)</script>", "&amp;amp; &#0; &amp;lt;", "--> <!-- Comment",
         "=cmd|' /C calc'!A0", "+1", "-1", "@sum", "Tab\tIn", "x" * 3000,
         "\U0001F468\u200D\U0001F469\u200D\U0001F467 Family", "ﬁ Ligature",
         "İstanbul Iı", "\ufeffMark", "\u2028Line", "\u0085Next",
         "Esc\x1b[31mRed", "C1\u009b31m Red"]

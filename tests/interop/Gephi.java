// java -cp GEPHI_TOOLKIT Gephi.java: for each path on standard input, what
// Gephi reads of the file, as one line of JSON: {"nodes": {ID: ATTRIBUTES},
// "ties": [[ID, ID, ATTRIBUTES]], "issues": [TEXT]}. What changes in time is a
// list of [FIRST, LAST] or [FIRST, LAST, VALUE], in milliseconds since 1970. A
// folder holds the parts of one network; a single moment is such a number.
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.graph.api.types.IntervalMap;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.graph.api.types.TimestampSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.io.processor.plugin.MergeProcessor;
import org.gephi.io.processor.spi.Processor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

class Gephi {
    static String json(Object value) {
        if (value == null || value instanceof Boolean)
            return String.valueOf(value);
        if (value instanceof Float f && f.isNaN())
            return "null";
        if (value instanceof Number)
            return value.toString();
        StringBuilder out = new StringBuilder();
        if (value instanceof Map<?, ?> map) {
            map.forEach((k, v) -> out.append(out.isEmpty() ? "" : ",")
                .append(json(k)).append(":").append(json(v)));
            return "{" + out + "}";
        }
        if (value instanceof List<?> list) {
            list.forEach(v -> out.append(out.isEmpty() ? "" : ",")
                .append(json(v)));
            return "[" + out + "]";
        }
        value.toString().chars().forEach(c -> out.append(
            c == '"' || c == '\\' ? "\\" + (char) c
            : c < ' ' || c > '~' ? String.format("\\u%04x", c)
            : String.valueOf((char) c)));
        return "\"" + out + "\"";
    }

    static Object plain(Object value) {
        List<Object> out = new ArrayList<>();
        if (value instanceof IntervalMap<?> map) {
            for (Interval i : map.toKeysArray())
                out.add(List.of(i.getLow(), i.getHigh(), map.get(i, null)));
            return out;
        }
        if (value instanceof IntervalSet set) {
            for (Interval i : set.toArray())
                out.add(List.of(i.getLow(), i.getHigh()));
            return out;
        }
        return value instanceof TimestampSet set
            ? Arrays.stream(set.toPrimitiveArray()).boxed().toList() : value;
    }

    static Map<String, Object> attributes(Element element, Table table) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (Column column : table)
            out.put(column.getId(), plain(element.getAttribute(column)));
        return out;
    }

    static Map<String, Object> of(Node node, Table table) {
        Map<String, Object> out = attributes(node, table);
        out.put("look", List.of(node.x(), node.y(), node.size(),
            (node.getRGBA() >> 16) & 255, (node.getRGBA() >> 8) & 255,
            node.getRGBA() & 255));
        return out;
    }

    static Object read(File file) throws Exception {
        ProjectController projects =
            Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer =
            Lookup.getDefault().lookup(ImportController.class);
        File[] parts = file.isDirectory() ? file.listFiles()
                                          : new File[] {file};
        Arrays.sort(parts);
        List<Object> issues = new ArrayList<>();
        Container[] all = new Container[parts.length];
        for (int i = 0; i < parts.length; i++) {
            all[i] = importer.importFile(parts[i]);
            all[i].getLoader().setAutoScale(false);
            for (Issue issue : all[i].getReport().getIssuesList(1000))
                issues.add(issue.getLevel() + " " + issue.getMessage());
        }
        Processor how = parts.length > 1 ? new MergeProcessor()
                                         : new DefaultProcessor();
        importer.process(all, how, workspace);
        GraphModel model = Lookup.getDefault().lookup(GraphController.class)
            .getGraphModel(workspace);
        Graph graph = model.getGraph();
        Map<Object, Object> nodes = new LinkedHashMap<>();
        List<Object> ties = new ArrayList<>();
        for (Node n : graph.getNodes())
            nodes.put(n.getId(), of(n, model.getNodeTable()));
        for (Edge e : graph.getEdges()) {
            Map<String, Object> tie = attributes(e, model.getEdgeTable());
            tie.put("directed", e.isDirected());
            ties.add(List.of(e.getSource().getId(), e.getTarget().getId(),
                             tie));
        }
        projects.closeCurrentProject();
        return Map.of("nodes", nodes, "ties", ties, "issues", issues);
    }

    public static void main(String[] arguments) throws Exception {
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in));
        PrintStream out = System.out;
        System.setOut(System.err);
        for (String path; (path = in.readLine()) != null; out.flush())
            out.println(json(read(new File(path))));
    }
}

package dev.holdfast.review.format;

import java.util.Map;
import java.util.TreeMap;

/** A workflow command as the runner reads it. */
record WorkflowCommand(String command, Map<String, String> properties, String data) {

  static WorkflowCommand parse(String line) {
    int end = line.indexOf("::", 2);
    if (!line.startsWith("::") || end < 0) {
      throw new IllegalArgumentException("no command: " + line);
    }
    String head = line.substring(2, end);
    int space = head.indexOf(' ');
    Map<String, String> properties = new TreeMap<>();
    if (space > 0) {
      for (String property : head.substring(space + 1).split(",")) {
        String[] parts = property.split("=", 2);
        properties.put(parts[0], unescaped(parts[1]).replace("%3A", ":").replace("%2C", ","));
      }
    }
    String command = space > 0 ? head.substring(0, space) : head;
    return new WorkflowCommand(command, properties, unescaped(line.substring(end + 2)));
  }

  private static String unescaped(String text) {
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
  }
}

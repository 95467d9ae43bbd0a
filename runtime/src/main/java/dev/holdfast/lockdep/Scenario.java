package dev.holdfast.lockdep;

import dev.holdfast.lockdep.Report.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that shows how the steps of a cycle, each made by a thread of its own, end with everybody
 * waiting.
 */
final class Scenario {
  private static final int MIN_WIDTH = 12;
  private static final String GAP = "   ";

  private final List<Step> cycle;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  private Scenario(List<Step> cycle) {
    this.cycle = cycle;
    int widest = MIN_WIDTH;
    for (Step step : cycle) {
      widest = Math.max(widest, hold(step).length());
      widest = Math.max(widest, want(step).length());
    }
    this.width = widest;
  }

  static String of(List<Step> cycle) {
    return cycle.isEmpty() ? "" : new Scenario(cycle).render();
  }

  private String render() {
    StringBuilder header = new StringBuilder();
    for (int i = 0; i < cycle.size(); i++) {
      header.append(pad("thread " + (i + 1)));
    }
    lines.add(header.toString().stripTrailing());
    for (int i = 0; i < cycle.size(); i++) {
      cell(i, hold(cycle.get(i)));
    }
    for (int i = 0; i < cycle.size(); i++) {
      cell(i, want(cycle.get(i)));
    }
    lines.add("everybody waits" + (needsWriter() ? writerNote() : ""));
    return String.join("\n", lines);
  }

  private void cell(int column, String text) {
    lines.add(" ".repeat(column * (width + GAP.length())) + text);
  }

  private String pad(String text) {
    return text + " ".repeat(width - text.length()) + GAP;
  }

  private static String hold(Step step) {
    return "holds " + step.held() + " " + step.heldMode().words();
  }

  private static String want(Step step) {
    return "waits for " + step.wanted() + " " + step.wantedMode().words();
  }

  /** Whether some reader waits only because a writer stands between it and another reader. */
  private boolean needsWriter() {
    return !queuedWriters().isEmpty();
  }

  private String writerNote() {
    return ", as soon as a writer is queued for " + String.join(", ", queuedWriters());
  }

  private List<String> queuedWriters() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < cycle.size(); i++) {
      Step waiter = cycle.get(i);
      Step holder = cycle.get((i + 1) % cycle.size());
      if (waiter.wantedMode().isShared() && holder.heldMode().isShared()) {
        names.add(waiter.wanted().toString());
      }
    }
    return names;
  }
}

package dev.holdfast.lockdep;

import dev.holdfast.lockdep.Report.Step;

/** The words of a {@link Report}. */
final class ReportText {
  private final Report report;
  private final StringBuilder text = new StringBuilder();

  private ReportText(Report report) {
    this.report = report;
  }

  static String of(Report report) {
    return new ReportText(report).render();
  }

  private String render() {
    text.append(report.kind().title()).append(": ").append(headline());
    switch (report.kind()) {
      case ORDER_CYCLE, SAME_CLASS, RECURSION, NEST_LOCK_NOT_HELD -> order();
      default -> single();
    }
    if (!report.detail().isEmpty()) {
      line("note", report.detail());
    }
    if (!report.holds().isEmpty()) {
      text.append("\n  thread \"").append(report.thread()).append("\" holds:");
      report.holds().forEach(hold -> text.append("\n    ").append(hold));
    }
    return text.toString();
  }

  private String headline() {
    String held = "`" + report.held() + "`";
    String wanted = "`" + report.wanted() + "`";
    return switch (report.kind()) {
      case ORDER_CYCLE -> wanted + " is waited for while " + held + " is held, and " + opposite();
      case RECURSION -> wanted + " is waited for by the thread that holds it";
      case SAME_CLASS -> "a second " + wanted + " is waited for while one is held";
      case NEST_LOCK_NOT_HELD ->
          wanted + " is taken as nested in a lock that this thread does not hold exclusively";
      case RELEASED_BY_OTHER_THREAD ->
          held + " is held by another thread than the one that releases it";
      case RELEASED_NOT_HELD -> held + " is not held in the mode in which it is released";
      case BAD_DOWNGRADE -> held + " is downgraded, but not held for writing by this thread";
      case THREAD_ENDED -> held + " was never released by \"" + report.thread() + "\"";
      case TASK_ENDED -> held + " was taken by a task and not released when it ended";
      case RECYCLED_WHILE_HELD -> held + " is held by \"" + report.thread() + "\"";
    };
  }

  private String opposite() {
    return report.cycle().size() == 2
        ? "the opposite order has been seen"
        : "orders that lead back have been seen";
  }

  private void order() {
    line("held since", report.heldAt());
    line("waited for at", report.place());
    if (report.cycle().isEmpty()) {
      return;
    }
    for (Step step : report.cycle().subList(1, report.cycle().size())) {
      line(
          "seen before",
          "`%s` held since %s, `%s` waited for at %s, by \"%s\""
              .formatted(
                  step.held(), step.heldAt(), step.wanted(), step.wantedAt(), step.thread()));
    }
    line("cycle", report.cycleLine());
    text.append("\n  scenario:\n").append(report.scenario().indent(4).stripTrailing());
  }

  private void single() {
    line("held since", report.heldAt());
    line("at", report.place());
  }

  private void line(String key, Object value) {
    if (value != null) {
      text.append("\n  ").append(key).append(": ").append(value);
    }
  }
}

package dev.holdfast.review;

import java.io.PrintStream;

/** A progress line; written at most once a percent. */
final class ProgressLine implements Progress {
  private final PrintStream terminal;
  private String shown = "";

  ProgressLine(PrintStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public void at(String task, int done, int total) {
    int percent = total == 0 ? 100 : (int) (100L * done / total);
    String line = task + " " + percent + "% (" + total + ")";
    if (!line.equals(shown)) {
      terminal.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
      terminal.flush();
      shown = line;
    }
  }

  @Override
  public void done() {
    terminal.print("\r" + " ".repeat(shown.length()) + "\r");
    terminal.flush();
    shown = "";
  }
}

package dev.holdfast.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command. */
public final class Main {
  /** Compilers recurse: generated code can be nested deeper than the default stack allows. */
  private static final long STACK_BYTES = 256L << 20;

  private Main() {}

  /** Runs the command and ends this process with its exit status. */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int[] status = {ExitStatus.FAILED};
    Thread thread =
        new Thread(
            null, () -> status[0] = main(System.in, out, err, args), "holdfast", STACK_BYTES);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      /* nobody interrupts the main thread; if so, the answer is not known */
      err.println("holdfast: interrupted");
    }
    System.exit(status[0]);
  }

  /**
   * Runs the command.
   *
   * @param in what it reads, if it reads
   * @param out takes what was found
   * @param err takes what kept it from being found
   * @return the exit status: 0 nothing found or warnings only, 1 findings at error level, 2 wrong
   *     usage or input that does not exist, 3 the sources do not compile or the tool failed
   */
  public static int main(InputStream in, PrintStream out, PrintStream err, String... args) {
    Streams streams = new Streams(in, out, err);
    CommandLine command = new CommandLine(new HoldfastCommand(), new CommandFactory(streams));
    command.setOut(new java.io.PrintWriter(out, false));
    command.setErr(new java.io.PrintWriter(err, false));
    command.setParameterExceptionHandler((e, unused) -> wrongUsage(e, streams));
    command.setExecutionExceptionHandler((e, unused1, unused2) -> failed(e, streams));
    int status = command.execute(args);
    command.getOut().flush();
    command.getErr().flush();
    out.flush();
    err.flush();
    if (out.checkError()) {
      streams.complain("the output cannot be written");
      return ExitStatus.FAILED;
    }
    return status;
  }

  private static int wrongUsage(ParameterException e, Streams streams) {
    CommandLine command = e.getCommandLine();
    boolean unknown =
        e instanceof UnmatchedArgumentException && !command.getSubcommands().isEmpty();
    streams.complain(unknown ? unknown((UnmatchedArgumentException) e) : e.getMessage());
    String name = command.getCommandSpec().qualifiedName();
    streams.err().println("Try '" + name + " --help'.");
    return ExitStatus.USAGE;
  }

  private static String unknown(UnmatchedArgumentException e) {
    String what = e.getUnmatched().get(0);
    return "unknown "
        + (what.startsWith("-") ? "option" : "command")
        + " '"
        + what
        + "'; known commands are "
        + HoldfastCommand.known(e.getCommandLine());
  }

  private static int failed(Exception e, Streams streams) {
    StackTraceElement[] trace = e.getStackTrace();
    streams.complain("internal error: " + e + (trace.length == 0 ? "" : " at " + trace[0]));
    return ExitStatus.FAILED;
  }
}

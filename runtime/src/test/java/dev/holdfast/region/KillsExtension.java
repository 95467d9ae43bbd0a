package dev.holdfast.region;

import dev.holdfast.lockdep.LockDep;
import dev.holdfast.lockdep.Report;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a {@link Kills} test with the right parts and with each defect. */
final class KillsExtension implements TestTemplateInvocationContextProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A defect often shows as a hang; this is how long it takes to tell. */
  private static final Duration PATIENCE_WITH_DEFECT = Duration.ofMillis(400);

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Mutant[] mutants = context.getRequiredTestMethod().getAnnotation(Kills.class).value();
    return Stream.concat(
        Stream.of(new Run(null)),
        Arrays.stream(mutants).map(mutant -> (TestTemplateInvocationContext) new Run(mutant)));
  }

  /** One run: right if there is no mutant. */
  private record Run(Mutant mutant) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int index) {
      return mutant == null ? "holds" : "catches " + mutant;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new Parameter(mutant), new Verdict(mutant));
    }
  }

  private record Parameter(Mutant mutant) implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TestParts.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return mutant == null ? new TestParts() : mutant.parts();
    }
  }

  private record Verdict(Mutant mutant) implements InvocationInterceptor {
    @Override
    public void interceptTestTemplateMethod(
        Invocation<Void> invocation,
        ReflectiveInvocationContext<Method> invocationContext,
        ExtensionContext context)
        throws Throwable {
      ThreadGroup group = new ThreadGroup("run");
      if (mutant == null) {
        List<Report> reports = new CopyOnWriteArrayList<>();
        LockDep.onReport(report -> collect(report, group, reports));
        Throwable failure = runAlone(invocation, group, PATIENCE);
        if (failure != null) {
          throw failure;
        }
        if (!reports.isEmpty()) {
          throw new AssertionError("right code was accused: " + reports);
        }
        return;
      }
      LockDep.onReport(report -> {});
      if (runAlone(invocation, group, PATIENCE_WITH_DEFECT) == null) {
        throw new AssertionError("the test passes though " + mutant + " is planted");
      }
    }

    /**
     * Only what this run's threads do counts: those of a run with a defect may go on, or end with
     * locks held.
     */
    private static void collect(Report report, ThreadGroup group, List<Report> reports) {
      if (Thread.currentThread().getThreadGroup() == group
          && report.kind() != Report.Kind.THREAD_ENDED) {
        reports.add(report);
      }
    }

    /**
     * On a thread of its own, since a run with a defect may leave locks held. The result is what it
     * threw.
     */
    private static Throwable runAlone(
        Invocation<Void> invocation, ThreadGroup group, Duration patience) {
      AtomicReference<Throwable> failure = new AtomicReference<>();
      Thread thread =
          new Thread(
              group,
              () -> {
                Actor.setPatience(patience);
                try {
                  invocation.proceed();
                } catch (Throwable e) {
                  failure.set(e);
                }
              },
              "main");
      thread.setDaemon(true);
      thread.start();
      return Actor.ends(thread, patience) ? failure.get() : new AssertionError("the test hangs");
    }
  }
}

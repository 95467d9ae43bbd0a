package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Run.Exit;
import dev.holdfast.checker.random.Run.Jump;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * A statement of a program about the elements of arrays: its lines, and what it does.
 *
 * @param lines the text
 * @param effect what happens to a run
 */
record Step(List<String> lines, Consumer<Run> effect) {
  /** What programs go through. */
  enum Form {
    LOCKS("ReentrantLock[]", "ReentrantLock"),
    LOCK_LIST("List<ReentrantLock>", "ReentrantLock"),
    SHARDS("Shard[]", "Shard"),
    SHARD_LIST("List<Shard>", "Shard");

    final String type;
    final String element;

    Form(String type, String element) {
      this.type = type;
      this.element = element;
    }

    boolean isList() {
      return type.startsWith("List");
    }

    /** Whether elements have a lock and what it guards; otherwise they are locks. */
    boolean hasFields() {
      return element.equals("Shard");
    }
  }

  /** A whole number. */
  record Number(String text, ToIntFunction<Run> value) {
    static Number of(int value) {
      return new Number("" + value, run -> value);
    }

    static Number local(String name) {
      return new Number(name, run -> run.get(name));
    }

    static Number length(Form form, String container) {
      return new Number(container + (form.isList() ? ".size()" : ".length"), run -> run.length);
    }

    /** A local before or after it is counted up or down. */
    static Number counted(String local, int by, boolean before) {
      String sign = by > 0 ? "++" : "--";
      return new Number(
          before ? local + sign : sign + local,
          run -> {
            int value = run.get(local);
            run.set(local, value + by);
            return before ? value : value + by;
          });
    }

    Number plus(int by) {
      return by == 0
          ? this
          : new Number(
              text + (by > 0 ? " + " : " - ") + Math.abs(by), run -> value.applyAsInt(run) + by);
    }

    Test less(Number other) {
      return new Test(text + " < " + other.text, run -> value(run) < other.value(run));
    }

    Test atMost(Number other) {
      return new Test(text + " <= " + other.text, run -> value(run) <= other.value(run));
    }

    Test more(Number other) {
      return new Test(text + " > " + other.text, run -> value(run) > other.value(run));
    }

    Test atLeast(Number other) {
      return new Test(text + " >= " + other.text, run -> value(run) >= other.value(run));
    }

    Test is(Number other) {
      return new Test(text + " == " + other.text, run -> value(run) == other.value(run));
    }

    Test isNot(Number other) {
      return new Test(text + " != " + other.text, run -> value(run) != other.value(run));
    }

    private int value(Run run) {
      return value.applyAsInt(run);
    }
  }

  /** A condition. */
  record Test(String text, Predicate<Run> holds) {
    static Test unknown() {
      return new Test(
          "unknown()",
          run -> {
            run.call();
            return run.choose();
          });
    }

    Test and(Test other) {
      return new Test(text + " && " + other.text, holds.and(other.holds));
    }

    Test not() {
      return new Test("!" + text, holds.negate());
    }
  }

  /** An element of a container. */
  record Item(Form form, String text, String container, Number index) {
    static Item at(Form form, String container, Number index) {
      String open = form.isList() ? ".get(" : "[";
      String close = form.isList() ? ")" : "]";
      return new Item(form, container + open + index.text + close, container, index);
    }

    /** The element that a local names. */
    static Item named(Form form, String container, String local) {
      return new Item(form, local, container, Number.local(local));
    }

    private String lockText() {
      return form.hasFields() ? text + ".lock" : text;
    }

    Step lock() {
      return Step.of(lockText() + ".lock();", run -> run.lock(container, index.value(run)));
    }

    Step unlock() {
      return Step.of(lockText() + ".unlock();", run -> run.unlock(container, index.value(run)));
    }

    Step access() {
      return Step.of(text + ".size++;", run -> run.access(container, index.value(run)));
    }

    Test tryLock() {
      return new Test(lockText() + ".tryLock()", run -> run.tryLock(container, index.value(run)));
    }
  }

  static Step of(String line, Consumer<Run> effect) {
    return new Step(List.of(line), effect);
  }

  static Step set(String local, Number value) {
    return of(local + " = " + value.text + ";", run -> run.set(local, value.value(run)));
  }

  static Step declare(String local, Number value) {
    return of("int " + local + " = " + value.text + ";", run -> run.set(local, value.value(run)));
  }

  static Step count(String local, int by) {
    return of(local + (by > 0 ? "++" : "--") + ";", run -> run.set(local, run.get(local) + by));
  }

  /** A flag is a number, too: zero is false. */
  static Step flag(String local, boolean declares, boolean value) {
    return of(
        (declares ? "boolean " : "") + local + " = " + value + ";",
        run -> run.set(local, value ? 1 : 0));
  }

  static Test flag(String local) {
    return new Test(local, run -> run.get(local) == 1);
  }

  static Step work() {
    return of("work();", Run::call);
  }

  static Step leave(Exit exit) {
    String line =
        switch (exit) {
          case BREAK -> "break;";
          case RETURN -> "return;";
          default -> "throw new IllegalStateException();";
        };
    return of(
        line,
        run -> {
          throw new Jump(exit);
        });
  }

  static Step block(List<Step> steps) {
    return new Step(
        steps.stream().flatMap(step -> step.lines.stream()).toList(),
        run -> steps.forEach(step -> step.effect.accept(run)));
  }

  private static Step within(String head, Step body, Consumer<Run> effect) {
    List<String> lines = new ArrayList<>();
    lines.add(head + " {");
    body.lines.forEach(line -> lines.add("  " + line));
    lines.add("}");
    return new Step(lines, effect);
  }

  private Step followed(String head, Step body, Consumer<Run> all) {
    Step second = within(head, body, all);
    List<String> both = new ArrayList<>(lines.subList(0, lines.size() - 1));
    both.add("} " + second.lines.get(0));
    both.addAll(second.lines.subList(1, second.lines.size()));
    return new Step(both, all);
  }

  static Step when(Test test, Step then) {
    return within(
        "if (" + test.text + ")",
        then,
        run -> {
          if (test.holds.test(run)) {
            then.effect.accept(run);
          }
        });
  }

  static Step whether(Test test, Step then, Step otherwise) {
    return when(test, then)
        .followed(
            "else", otherwise, run -> (test.holds.test(run) ? then : otherwise).effect.accept(run));
  }

  static Step loop(Test test, Step body) {
    return within(
        "while (" + test.text + ")", body, run -> turns(run, true, test, body, nothing()));
  }

  static Step doLoop(Test test, Step body) {
    Step loop = within("do", body, run -> turns(run, false, test, body, nothing()));
    List<String> lines = new ArrayList<>(loop.lines);
    lines.set(lines.size() - 1, "} while (" + test.text + ");");
    return new Step(lines, loop.effect);
  }

  /** A loop that begins with a declaration, or with nothing. */
  static Step loop(Step initial, Test test, Step update, Step body) {
    String first = initial.lines.isEmpty() ? ";" : initial.lines.get(0);
    String last = update.lines.get(0).replace(";", "");
    return within(
        "for (" + first + " " + test.text + "; " + last + ")",
        body,
        run -> {
          initial.effect.accept(run);
          turns(run, true, test, body, update);
        });
  }

  /** A loop over all elements; the local is the index of the one at hand. */
  static Step forEach(Form form, String container, String local, Step body) {
    return within(
        "for (" + form.element + " " + local + " : " + container + ")",
        body,
        run -> {
          run.set(local, -1);
          Test more =
              new Test(
                  "",
                  r -> {
                    r.set(local, r.get(local) + 1);
                    return r.get(local) < r.length;
                  });
          turns(run, true, more, body, nothing());
        });
  }

  static Step nothing() {
    return new Step(List.of(), run -> {});
  }

  private static void turns(Run run, boolean asksFirst, Test test, Step body, Step update) {
    try {
      boolean asks = asksFirst;
      while (!asks || test.holds.test(run)) {
        asks = true;
        run.turn();
        body.effect.accept(run);
        update.effect.accept(run);
      }
    } catch (Jump jump) {
      if (jump.exit != Exit.BREAK) {
        throw jump;
      }
    }
  }

  static Step tryFinally(Step body, Step last) {
    return within("try", body, body.effect)
        .followed(
            "finally",
            last,
            run -> {
              try {
                body.effect.accept(run);
              } catch (Jump jump) {
                if (jump.exit != Exit.LOST) {
                  last.effect.accept(run);
                }
                throw jump;
              }
              last.effect.accept(run);
            });
  }
}

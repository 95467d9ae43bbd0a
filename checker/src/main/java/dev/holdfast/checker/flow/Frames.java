package dev.holdfast.checker.flow;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import dev.holdfast.checker.flow.World.Exit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The constructs around the current point, and the ways out of them. {@code finally} blocks,
 * monitors and resources are met on every way out, exceptions included.
 */
final class Frames {
  /** What becomes of the worlds that leave the body. */
  interface Ends {
    /** The body returns, in these worlds. */
    void atReturn(List<World> worlds, Exit exit);

    /** An exception leaves the body, in these worlds. */
    void atThrow(List<World> worlds, Tree site);
  }

  /** A construct around the current point that a way out of it has to pass. */
  abstract static class Frame {
    /** The worlds after passing it on a way out. */
    List<World> pass(List<World> worlds) {
      return worlds;
    }
  }

  /** A loop, switch or labelled statement. */
  static final class Target extends Frame {
    final Tree tree;
    List<World> breaks = new ArrayList<>();
    List<World> continues = new ArrayList<>();

    Target(Tree tree) {
      this.tree = tree;
    }
  }

  /** Something that is undone on every way out, such as a monitor. */
  static final class Cleanup extends Frame {
    final UnaryOperator<List<World>> action;

    Cleanup(UnaryOperator<List<World>> action) {
      this.action = action;
    }

    @Override
    List<World> pass(List<World> worlds) {
      return action.apply(worlds);
    }
  }

  /** A handler of a {@code try}, and what has been thrown to it. */
  static final class Handler {
    final List<TypeMirror> types;
    final List<Thrown> caught = new ArrayList<>();
    final List<World> worlds = new ArrayList<>();

    /** With the types that it is declared for. */
    Handler(List<TypeMirror> types) {
      this.types = types;
    }
  }

  /** A {@code try} with its handlers. */
  static final class Try extends Frame {
    enum Phase {
      BODY,
      HANDLER,
      FINALLY
    }

    Phase phase = Phase.BODY;
    final List<Handler> handlers = new ArrayList<>();
    final List<World> leaving = new ArrayList<>();
    final Tree tree;
    final boolean hasFinally;
    final int depth;

    /** With the depth of the operand stack around it. */
    Try(Tree tree, boolean hasFinally, int depth) {
      this.tree = tree;
      this.hasFinally = hasFinally;
      this.depth = depth;
    }
  }

  /** The body itself, or a callback that runs inside it. */
  static final class Body extends Frame {
    final Tree tree;
    final boolean inline;
    List<World> returns = new ArrayList<>();

    Body(Tree tree, boolean inline) {
      this.tree = tree;
      this.inline = inline;
    }
  }

  private final Types types;
  private final Merge merge;
  private final Ends ends;
  private final Deque<Frame> frames = new ArrayDeque<>();

  Frames(Types types, Merge merge, Ends ends) {
    this.types = types;
    this.merge = merge;
    this.ends = ends;
  }

  void push(Frame frame) {
    frames.push(frame);
  }

  void pop() {
    frames.pop();
  }

  // ---- what is around

  /** The body or callback that the current point stands in. */
  Body body() {
    for (Frame frame : frames) {
      if (frame instanceof Body body) {
        return body;
      }
    }
    return null;
  }

  /** The body that is analysed; null once it is left. */
  Body outermost() {
    return (Body) frames.peekLast();
  }

  boolean isInTry() {
    for (Frame frame : frames) {
      if (frame instanceof Try) {
        return true;
      }
    }
    return false;
  }

  /** Whether a loop surrounds the current point. */
  boolean isInLoop() {
    return innermost(Frames::isLoop) != null;
  }

  /** What {@code break} leaves. */
  Tree breakTarget(CharSequence label) {
    return label != null
        ? labelled(label)
        : innermost(
            tree ->
                !(tree instanceof LabeledStatementTree) && !(tree instanceof SwitchExpressionTree));
  }

  /** What {@code continue} goes on with. */
  Tree continueTarget(CharSequence label) {
    if (label == null) {
      return innermost(Frames::isLoop);
    }
    LabeledStatementTree labelled = labelled(label);
    return labelled == null ? null : labelled.getStatement();
  }

  /** What {@code yield} gives a value to. */
  Tree yieldTarget() {
    return innermost(tree -> tree instanceof SwitchExpressionTree);
  }

  private LabeledStatementTree labelled(CharSequence label) {
    return (LabeledStatementTree)
        innermost(
            tree ->
                tree instanceof LabeledStatementTree labelled
                    && labelled.getLabel().contentEquals(label));
  }

  private Tree innermost(Predicate<Tree> test) {
    for (Frame frame : frames) {
      if (frame instanceof Target target && test.test(target.tree)) {
        return target.tree;
      }
    }
    return null;
  }

  private static boolean isLoop(Tree tree) {
    return tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree
        || tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree;
  }

  // ---- ways out

  /** Leaves for the target of an exit. */
  void leave(List<World> from, Exit exit) {
    List<World> worlds = from;
    Iterator<Frame> outwards = frames.iterator();
    while (outwards.hasNext() && !worlds.isEmpty()) {
      Frame frame = outwards.next();
      if (frame instanceof Try attempt) {
        if (attempt.hasFinally && attempt.phase != Try.Phase.FINALLY) {
          toFinally(attempt, worlds, exit);
          return;
        }
      } else if (frame instanceof Target target && target.tree == exit.target()) {
        (exit.kind() == Exit.Kind.CONTINUE ? target.continues : target.breaks).addAll(worlds);
        return;
      } else if (frame instanceof Body body && exit.kind() == Exit.Kind.RETURN) {
        arrive(body, worlds, exit);
        return;
      }
      worlds = frame.pass(worlds);
    }
  }

  private void toFinally(Try attempt, List<World> worlds, Exit exit) {
    List<World> tagged = new ArrayList<>();
    for (World world : worlds) {
      World next = world.leaving(exit);
      next.trim(attempt.depth);
      next.val = null;
      tagged.add(next);
    }
    merge.addAll(attempt.leaving, tagged, attempt.tree);
  }

  private void arrive(Body body, List<World> worlds, Exit exit) {
    if (body.inline) {
      List<World> returning = new ArrayList<>();
      for (World world : worlds) {
        returning.add(world.withVal(exit.result()));
      }
      merge.addAll(body.returns, returning, body.tree);
    } else {
      ends.atReturn(worlds, exit);
    }
  }

  /**
   * An exception that is taken not to arise, but that a handler around has to reckon with, unless
   * something is done before it gets there.
   */
  void raiseToHandlers(List<World> from, List<Thrown> thrown) {
    List<World> worlds = from;
    for (Frame frame : frames) {
      if (frame instanceof Try attempt) {
        boolean caught =
            attempt.phase == Try.Phase.BODY
                && catchIn(attempt, worlds, thrown).size() < thrown.size();
        if (caught || attempt.hasFinally && attempt.phase != Try.Phase.FINALLY) {
          return;
        }
      } else if (frame instanceof Body body && !body.inline) {
        return;
      }
      worlds = frame.pass(worlds);
    }
  }

  /** An exception of one of these types leaves from here, in the given worlds. */
  void raise(List<World> from, List<Thrown> thrown, Tree site) {
    List<World> worlds = from;
    List<Thrown> left = thrown;
    for (Frame frame : frames) {
      if (worlds.isEmpty()) {
        return;
      }
      if (frame instanceof Try attempt) {
        if (attempt.phase == Try.Phase.BODY) {
          left = catchIn(attempt, worlds, left);
          if (left.isEmpty()) {
            return;
          }
        }
        if (attempt.hasFinally && attempt.phase != Try.Phase.FINALLY) {
          toFinally(attempt, worlds, new Exit(Exit.Kind.THROW, attempt.tree, site, left, null));
          return;
        }
      } else if (frame instanceof Body body && !body.inline) {
        ends.atThrow(worlds, site);
        return;
      }
      worlds = frame.pass(worlds);
    }
  }

  /**
   * Hands the worlds to the handlers that may catch what is thrown; answers what may go on
   * outwards.
   */
  private List<Thrown> catchIn(Try attempt, List<World> worlds, List<Thrown> thrown) {
    List<Thrown> left = thrown;
    for (Handler handler : attempt.handlers) {
      List<Thrown> caught = new ArrayList<>();
      for (TypeMirror type : handler.types) {
        List<Thrown> past = new ArrayList<>();
        for (Thrown each : left) {
          addUnlessNull(caught, each.caughtBy(type, types));
          addUnlessNull(past, each.past(type, types));
        }
        left = past;
      }
      if (!caught.isEmpty()) {
        reach(handler, worlds, caught, attempt);
      }
    }
    return left;
  }

  private static void addUnlessNull(List<Thrown> to, Thrown thrown) {
    if (thrown != null) {
      to.add(thrown);
    }
  }

  private void reach(Handler handler, List<World> worlds, List<Thrown> caught, Try attempt) {
    List<World> reaching = new ArrayList<>();
    for (World world : worlds) {
      World plain = world.withVal(null);
      plain.trim(attempt.depth);
      reaching.add(plain);
    }
    merge.addAll(handler.worlds, reaching, attempt.tree);
    handler.caught.removeAll(caught);
    handler.caught.addAll(caught);
  }
}

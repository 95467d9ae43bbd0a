package y64_anonymous_callbacks;

import dev.holdfast.annotations.GuardedBy;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The stages of a stream run with its last operation, also where they are anonymous classes. */
final class Stages {
  @GuardedBy("this")
  private int count;

  synchronized List<Integer> right(List<Integer> source) {
    return source.stream()
        .map(
            new Function<Integer, Integer>() {
              @Override
              public Integer apply(Integer each) {
                return each + count;
              }
            })
        .filter(
            new Predicate<Integer>() {
              @Override
              public boolean test(Integer each) {
                return each > count;
              }
            })
        .toList();
  }

  List<Integer> withoutLock(List<Integer> source) {
    return source.stream()
        .map(
            new Function<Integer, Integer>() {
              @Override
              public Integer apply(Integer each) {
                return each + count; // expect: UnguardedAccess
              }
            })
        .toList();
  }

  List<Integer> endsLater(List<Integer> source) {
    Stream<Integer> stages;
    synchronized (this) {
      stages =
          source.stream()
              .map(
                  new Function<Integer, Integer>() {
                    @Override
                    public Integer apply(Integer each) {
                      return each + count; // expect: UnguardedAccess
                    }
                  });
    }
    return stages.toList();
  }

  synchronized Stream<Integer> handedOut(List<Integer> source) {
    return source.stream()
        .map(
            new Function<Integer, Integer>() {
              @Override
              public Integer apply(Integer each) {
                return each + count; // expect: UnguardedAccess
              }
            });
  }
}

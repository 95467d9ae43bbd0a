package dev.holdfast.checker.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model file: contracts for types whose source is not ours, written as Java declarations without
 * bodies.
 *
 * <pre>{@code
 * package java.util.concurrent.locks;
 *
 * @DefinesLock(name = "this", reentrant = true, shared = false)
 * interface Lock {
 *   @Acquires("this") @NeverThrows void lock();
 *   @Acquires("this") void lockInterruptibly() throws InterruptedException;
 *   @AcquiresIf(value = "this", result = TRUE) @NeverThrows boolean tryLock();
 *   @Releases("this") @NeverThrows void unlock();
 * }
 * }</pre>
 *
 * <p>A file has any number of {@code package} sections. Types nest. A parameter is given by its
 * type, by simple or qualified name, with or without a name of its own; type parameters stand for
 * their erasure. Modifiers, supertypes and {@code throws} are read and ignored. A field need not
 * exist in the class: it may name a relation, such as the lock that owns a condition. {@code name =
 * "this"} in {@code @DefinesLock} says that the instance itself is the lock.
 *
 * <p>An annotation is one of the contract language or one of the list below, or any other, an alias
 * for example, by its qualified name or after an {@code import}.
 *
 * <p>On types, only in models:
 *
 * <ul>
 *   <li>{@code @OnlyWhereNamed}: an instance counts as a lock only if some guard or contract names
 *       it.
 *   <li>{@code @Concurrent}: instances guard themselves; whatever a supertype's model says about
 *       {@code @Mutates} and {@code @View} does not hold here.
 *   <li>{@code @Keeps}: an instance of just this type keeps what it is given, and nobody else gets
 *       that but by what its methods give back, or from callbacks that they are given. What is
 *       given for a type parameter or an {@code Object} is put into it; what is given back for one
 *       is something that it has.
 *   <li>{@code @Pure}: the numbers and truths that its methods give depend on nothing but the
 *       instance and the arguments, and on nothing of those that can change.
 *   <li>{@code @Since("21")}, also on methods: exists only from that Java release on.
 * </ul>
 *
 * <p>On methods, only in models:
 *
 * <ul>
 *   <li>{@code @NeverThrows}: taken not to throw.
 *   <li>{@code @Mutates}: writes the receiver. On a parameter: writes that argument.
 *   <li>{@code @View}: the result is a live view of the receiver, or an iterator or a pipeline over
 *       it: using the result reads the receiver. On a parameter: a view of that argument.
 *   <li>{@code @Each}: the result is a pipeline that has each element of the receiver, a collection
 *       or another pipeline, and has it once. On a parameter: of that array.
 *   <li>{@code @Copy}: the result is a new object, whose fields refer to what the receiver's do.
 *   <li>{@code @Keeps}: the new object that a constructor makes, or a static method gives, alone
 *       has what the call is given; another method hands on neither that nor what its object has.
 *   <li>{@code @Publishes}: other threads can reach the receiver from the call on.
 *   <li>{@code @RunsDeferred}: consumes the receiver's pipeline now: callbacks given to it earlier
 *       run during this call.
 *   <li>{@code @Parallel}: callbacks of the resulting pipeline run on other threads.
 *   <li>{@code @Stamped}: the result is the stamp of what the method acquires; where the
 *       acquisition is conditional, zero is no stamp.
 *   <li>{@code @Optimistic}: the result is the stamp of an optimistic read, zero is none.
 *   <li>{@code @Validates}: true exactly if the stamp argument is still valid.
 *   <li>{@code @ConvertsTo("this.writeLock()")}: if the result is not zero, the hold of the stamp
 *       argument has become one in this mode and the result is its stamp; if it is zero nothing has
 *       changed. With an empty string, the result is an optimistic stamp and the hold has ended.
 *   <li>{@code @TestsStamp("this.writeLock()")}: true exactly if the stamp argument is one of a
 *       hold in this mode; with an empty string, of a hold in any mode.
 *   <li>{@code @TestsHeld} on a method that returns a number: other than zero exactly if held.
 * </ul>
 *
 * <p>On parameters, only in models:
 *
 * <ul>
 *   <li>{@code @Stamp}: the stamp argument.
 *   <li>{@code @Deferred}: a callback that runs when the method's result is consumed: by a
 *       {@code @RunsDeferred} call, or where it is passed as a {@code @RunsInline} argument. A
 *       pipeline that is given there is consumed with the result, too. {@code @Deferred("close")}:
 *       a callback that runs when that method is called on the result, and not when it is consumed.
 *   <li>{@code @RunsDeferred}: where the callback runs, the pipelines that it gives are consumed.
 *   <li>{@code @NonNull}: the method returns normally only if the argument is not null.
 *   <li>{@code @NonNullIf(TRUE)}: the method is true exactly if the argument is not null; with
 *       {@code FALSE}, exactly if it is null.
 *   <li>{@code @RunsHolding("this")}: a callback that runs at any later time, with these locks
 *       held.
 * </ul>
 */
public final class ModelFile {

  private final String name;
  private final List<ModelType> types;
  private final List<ModelError> errors;

  private ModelFile(String name, List<ModelType> types, List<ModelError> errors) {
    this.name = name;
    this.types = List.copyOf(types);
    this.errors = List.copyOf(errors);
  }

  /** Reads a model file. Never throws on its account: see {@link #errors()}. */
  public static ModelFile parse(String fileName, String text) {
    List<ModelError> errors = new ArrayList<>();
    ModelTokens tokens =
        new ModelTokens(fileName, new ModelLexer(fileName, text, errors).tokens(), errors);
    List<ModelType> types = new ModelParser(tokens, Optional.of(new ModelVocabulary()), "").parse();
    if (errors.size() > 1) {
      errors.sort(ModelFile::byPlace);
    }
    return new ModelFile(fileName, types, errors);
  }

  private static int byPlace(ModelError one, ModelError other) {
    int byLine = Integer.compare(one.line(), other.line());
    return byLine != 0 ? byLine : Integer.compare(one.column(), other.column());
  }

  /** The file's name, as given. */
  public String name() {
    return name;
  }

  /** The types, in the order written, outer before nested ones. */
  public List<ModelType> types() {
    return types;
  }

  /** What could not be read, by place. */
  public List<ModelError> errors() {
    return errors;
  }
}

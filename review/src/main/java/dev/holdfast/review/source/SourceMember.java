package dev.holdfast.review.source;

import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.contract.ContractLine;
import java.util.List;

/**
 * A declaration as found in a source, with its contracts, which may be none.
 *
 * @param name canonical, as in {@link ContractLine#member()}
 * @param kind what is declared
 * @param path the file
 * @param line of its name, 1-based
 * @param access who can use it
 * @param overridable whether another class can override it
 * @param parameters the names of its parameters
 * @param shape what recognises it after a rename: the folded body of a method, type and initialiser
 *     of a field, the folded members of a type
 * @param contracts sorted
 */
public record SourceMember(
    String name,
    Kind kind,
    String path,
    int line,
    Access access,
    boolean overridable,
    List<String> parameters,
    String shape,
    List<Contract> contracts) {

  /** Copies the lists. */
  public SourceMember {
    parameters = List.copyOf(parameters);
    contracts = contracts.stream().distinct().sorted().toList();
  }

  /** What is declared. */
  public enum Kind {
    /** A class, interface, enum or record. */
    TYPE,
    /** An annotation type. */
    ANNOTATION,
    /** A field, record component or enum constant. */
    FIELD,
    /** A method. */
    METHOD,
    /** A constructor. */
    CONSTRUCTOR
  }

  /** Who can use a member. */
  public enum Access {
    /** The file alone. */
    PRIVATE,
    /** The package alone. */
    PACKAGE,
    /** Anyone, or subclasses. */
    PUBLIC
  }

  /** The line; only for a member that has contracts. */
  public ContractLine contractLine() {
    return new ContractLine(name, contracts);
  }

  /** The type that declares it; for a type its own name. */
  public String type() {
    int hash = name.lastIndexOf('#');
    return hash < 0 ? name : name.substring(0, hash);
  }

  /** The name after the type, without parameters; the type's simple name for a type. */
  public String simpleName() {
    int hash = name.lastIndexOf('#');
    String last = hash < 0 ? name.substring(name.lastIndexOf('.') + 1) : name.substring(hash + 1);
    int open = last.indexOf('(');
    return open < 0 ? last : last.substring(0, open);
  }

  /** The same under another name. */
  public SourceMember renamed(String newName) {
    return new SourceMember(
        newName, kind, path, line, access, overridable, parameters, shape, contracts);
  }

  /** The same with other contracts. */
  public SourceMember withContracts(List<Contract> others) {
    return new SourceMember(name, kind, path, line, access, overridable, parameters, shape, others);
  }
}

package dev.holdfast.checker.contract;

import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** What is known of members only because their source stands in the class under analysis. */
public interface UnitFacts {
  /** Nothing is known. */
  UnitFacts NONE =
      new UnitFacts() {
        @Override
        public VariableElement getterField(ExecutableElement method) {
          return null;
        }

        @Override
        public LockExpr view(ExecutableElement method) {
          return null;
        }

        @Override
        public boolean isNeverReassigned(VariableElement field) {
          return false;
        }

        @Override
        public boolean isMerelyInitialised(VariableElement field) {
          return false;
        }

        @Override
        public boolean isNeverNull(VariableElement field) {
          return false;
        }

        @Override
        public TypeElement madeAs(VariableElement field) {
          return null;
        }

        @Override
        public boolean mayKeepAnother(VariableElement field) {
          return false;
        }

        @Override
        public Map<VariableElement, Integer> copies(ExecutableElement constructor) {
          return Map.of();
        }

        @Override
        public LockExpr definition(VariableElement field) {
          return null;
        }

        @Override
        public LockExpr given(VariableElement holder, VariableElement field) {
          return null;
        }
      };

  /** The unchanging field that the method's whole body returns, or null. */
  VariableElement getterField(ExecutableElement method);

  /**
   * What the method's whole body returns, where that reads as a call on a field of the method's own
   * object, as of a view of a lock; else null.
   */
  LockExpr view(ExecutableElement method);

  /** Whether a private field is assigned in constructors and initialisers only. */
  boolean isNeverReassigned(VariableElement field);

  /** Whether this source assigns a field of its own in constructors and initialisers only. */
  boolean isMerelyInitialised(VariableElement field);

  /** Whether all that an unchanging field is initialised with are objects made there. */
  boolean isNeverNull(VariableElement field);

  /** The class of which an unchanging field is initialised with a new object; null if none. */
  TypeElement madeAs(VariableElement field);

  /** Whether a constructor or initialiser gives the field something that it did not create. */
  boolean mayKeepAnother(VariableElement field);

  /** Which unchanging fields of the object that a constructor makes keep which argument. */
  Map<VariableElement, Integer> copies(ExecutableElement constructor);

  /**
   * What an unchanging field is initialised with, where that reads as a lock expression; else null.
   */
  LockExpr definition(VariableElement field);

  /**
   * What the new object that an unchanging field is initialised with was given to keep in a field
   * of its own, where that reads as a lock expression; else null.
   */
  LockExpr given(VariableElement holder, VariableElement field);
}

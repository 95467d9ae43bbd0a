/** A package has no lock, and an alias on one says nothing of its members. */
@Locked // expect: InvalidContract "'@Requires' has no meaning on a package"
package c_misplaced_alias;

/** The canonical contract lines as the compiler sees the declarations. */
package dev.holdfast.cli.compiled;

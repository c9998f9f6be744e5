/** Third-party vectors, read from where the conformance files are; none is copied here. */
@NullMarked
package mo.farol.token.conformance;

import org.jspecify.annotations.NullMarked;

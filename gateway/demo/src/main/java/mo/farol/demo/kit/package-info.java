/** Perf kits: synthetic people, phones and terminals provisioned through a deployment's public APIs. */
@NullMarked
package mo.farol.demo.kit;

import org.jspecify.annotations.NullMarked;

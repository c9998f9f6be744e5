/** The file that hands a deployment's synthetic residents and terminals to load tests. */
@NullMarked
package mo.farol.phone.kit;

import org.jspecify.annotations.NullMarked;

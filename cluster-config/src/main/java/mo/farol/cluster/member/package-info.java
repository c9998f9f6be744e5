/** One running member of the cluster and its health. */
@NullMarked
package mo.farol.cluster.member;

import org.jspecify.annotations.NullMarked;

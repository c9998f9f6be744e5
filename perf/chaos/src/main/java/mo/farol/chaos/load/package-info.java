/** Residents, terminals and officers who keep three gateways busy, whatever happens to them, and note what they hear. */
@NullMarked
package mo.farol.chaos.load;

import org.jspecify.annotations.NullMarked;

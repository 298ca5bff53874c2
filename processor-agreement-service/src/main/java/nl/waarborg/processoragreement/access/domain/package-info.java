/** Who of the vendor may look into whose data, why and how long (PRA-016, PRA-020 to PRA-023). */
@NullMarked
package nl.waarborg.processoragreement.access.domain;

import org.jspecify.annotations.NullMarked;

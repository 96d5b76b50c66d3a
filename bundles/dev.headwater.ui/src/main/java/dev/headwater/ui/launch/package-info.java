/** Run As ▸ Train Network and the tabs of its launch configurations. */
package dev.headwater.ui.launch;

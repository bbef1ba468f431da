// Package draw makes what simulated paths are drawn by: points between 0 and 1 that are
// spread evenly, in strata or at random. What it makes depends on its seed alone.
package draw

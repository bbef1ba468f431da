// Package reach asks when the cap is to be reached, or by how much all growth is to be
// shifted, shows what solves that before it is applied, and applies it.
package reach

package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// A choice is a flag that takes one of a few words.
type choice[T ~string] struct {
	value   *T
	allowed []T
}

// choose adds a flag that takes one of the allowed words to verb, and completes
// it. The value is what *value holds before.
func choose[T ~string](verb *cobra.Command, value *T, flag, usage string, allowed ...T) {
	c := &choice[T]{value, allowed}
	verb.Flags().Var(c, flag, usage)
	words := make([]string, len(allowed))
	for i := range allowed {
		words[i] = string(allowed[i])
	}
	// Registering fails only for a flag that is not there.
	_ = verb.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

// String returns the word chosen.
func (c *choice[T]) String() string { return string(*c.value) }

// Type returns the words as help shows them.
func (c *choice[T]) Type() string { return c.join("|", "|") }

// Set takes one of the words, and refuses others.
func (c *choice[T]) Set(text string) error {
	if !slices.Contains(c.allowed, T(text)) {
		return fmt.Errorf("choose %s", c.join(", ", " or "))
	}
	*c.value = T(text)
	return nil
}

func (c *choice[T]) join(comma, last string) string {
	var b strings.Builder
	for i, word := range c.allowed {
		switch {
		case i > 0 && i == len(c.allowed)-1:
			b.WriteString(last)
		case i > 0:
			b.WriteString(comma)
		}
		b.WriteString(string(word))
	}
	return b.String()
}

// A fileName is a flag that names a file.
type fileName struct{ value *string }

// String returns the name.
func (f *fileName) String() string { return *f.value }

// Type returns the word that stands for the name in help.
func (f *fileName) Type() string { return "FILE" }

// Set takes a name, and refuses none.
func (f *fileName) Set(text string) error {
	if text == "" {
		return errors.New("give the name of a file")
	}
	*f.value = text
	return nil
}

// A side is a flag that takes the width or height of a picture.
type side struct{ value *int }

// String returns the side in decimal.
func (s *side) String() string { return strconv.Itoa(*s.value) }

// Type returns the word that stands for the side in help.
func (s *side) Type() string { return "PIXELS" }

// Set takes a whole number above 0.
func (s *side) Set(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return errors.New("give a whole number of pixels above 0")
	}
	*s.value = n
	return nil
}

// A scale is a flag that takes the device pixels of a logical one.
type scale struct{ value *float64 }

// String returns the scale in decimal.
func (s *scale) String() string { return strconv.FormatFloat(*s.value, 'g', -1, 64) }

// Type returns the word that stands for the scale in help.
func (s *scale) Type() string { return "FACTOR" }

// Set takes a number above 0.
func (s *scale) Set(text string) error {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || !(v > 0) {
		return errors.New("give a number above 0")
	}
	*s.value = v
	return nil
}

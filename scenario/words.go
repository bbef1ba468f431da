package scenario

// Words returns the shape as the screen names it, such as "grows month by month".
func (s Shape) Words() string {
	switch s {
	case ShapeRamp:
		return "grows month by month"
	case ShapeEven:
		return "a twelfth each month"
	}
	return string(s)
}

// Words returns the channel as the screen names it, such as "OpenAI's own sales".
func (c Channel) Words() string {
	switch c {
	case ChannelDirect:
		return "OpenAI's own sales"
	case ChannelOtherCloud:
		return "sales through other clouds"
	case ChannelAzure:
		return "Microsoft's Azure resale"
	}
	return string(c)
}

// Words returns the exclusivity as the screen names it, such as "exclusive until
// AGI".
func (e Exclusive) Words() string {
	switch e {
	case ExclusiveNo:
		return "non-exclusive"
	case ExclusiveUntilAGI:
		return "exclusive until AGI"
	case ExclusiveYes:
		return "exclusive"
	}
	return string(e)
}

// A box with neither round corners nor a border: what lies within the bounds.

uniform vec2 frame;
uniform vec4 bounds; // left, top, right, bottom in pixels of the frame
uniform float fillRed, fillGreen, fillBlue, fillAlpha;

void main() {
	vec2 first = vec2(bounds[0], frame.y - bounds[3]);
	vec2 last = vec2(bounds[2], frame.y - bounds[1]);
	vec2 depth = min(gl_FragCoord.xy - first, last - gl_FragCoord.xy) + 0.5;
	gl_FragColor = vec4(fillRed, fillGreen, fillBlue, fillAlpha * clamp(min(depth.x, depth.y), 0.0, 1.0));
}

// A box with round corners and a border within its edges. How deep a pixel lies
// inside of the rounded outline, in pixels, decides on its color.
//
// Without a graphics card the program runs for sixteen pixels at a time, so that
// what is the same for all of a box costs as well.

uniform vec2 frame;
uniform vec4 bounds; // left, top, right, bottom in pixels of the frame
uniform float height, above, below, radius, border; // in logical pixels
uniform float fillRed, fillGreen, fillBlue, fillAlpha;
uniform float borderRed, borderGreen, borderBlue, borderAlpha;

void main() {
	float scale = (bounds[3] - bounds[1]) / height;
	float width = floor(border * scale + 0.5);
	float bend = max(radius * scale, width + 0.5); // so that the middle is inside of the border
	vec2 first = vec2(bounds[0], frame.y - bounds[3] - below * scale);
	vec2 last = vec2(bounds[2], frame.y - bounds[1] + above * scale);
	vec2 beyond = max(max(first - gl_FragCoord.xy, gl_FragCoord.xy - last) + bend, 0.0);
	float depth = bend + 0.5 - length(beyond);
	vec4 color = mix(vec4(borderRed, borderGreen, borderBlue, borderAlpha),
		vec4(fillRed, fillGreen, fillBlue, fillAlpha), clamp(depth - width, 0.0, 1.0));
	gl_FragColor = vec4(color.rgb, color.a * clamp(depth, 0.0, 1.0));
}

// A box with round corners and a border within its edges. What is inside of its
// rounded outline has a negative distance from it.

uniform vec2 frame;
uniform vec4 bounds; // left, top, right, bottom in pixels of the frame
uniform float height, above, below, radius, border; // in logical pixels
uniform float fillRed, fillGreen, fillBlue, fillAlpha;
uniform float borderRed, borderGreen, borderBlue, borderAlpha;

void main() {
	float scale = (bounds[3] - bounds[1]) / height;
	float top = bounds[1] - above * scale;
	float bottom = bounds[3] + below * scale;
	vec2 middle = vec2(bounds[0] + bounds[2], 2.0 * frame.y - top - bottom) * 0.5;
	vec2 corner = vec2(bounds[2] - bounds[0], bottom - top) * 0.5 - radius * scale;
	vec2 beyond = abs(gl_FragCoord.xy - middle) - corner;
	float distance = min(max(beyond.x, beyond.y), 0.0) + length(max(beyond, 0.0)) - radius * scale;
	float edge = clamp(distance + floor(border * scale + 0.5) + 0.5, 0.0, 1.0);
	vec4 color = mix(vec4(fillRed, fillGreen, fillBlue, fillAlpha),
		vec4(borderRed, borderGreen, borderBlue, borderAlpha), edge);
	gl_FragColor = vec4(color.rgb, color.a * clamp(0.5 - distance, 0.0, 1.0));
}

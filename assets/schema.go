package assets

import _ "embed"

// WorkspaceSchema is a JSON Schema (2020-12) of the workspace file: all of the
// format that a schema can say. The rules between fields are in its descriptions.
// It is not to be written to.
//
//go:embed workspace.schema.json
var WorkspaceSchema []byte

namespace Norda.Platform;

/// <summary>What people type, without what nobody types: control characters that a database refuses or a page hides.</summary>
public static class PlainText
{
    /// <summary>Line breaks stay, as \n; the ends are trimmed.</summary>
    public static string Clean(string? text) =>
        string.Concat((text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Where(c => c == '\n' || c == '\t' || !char.IsControl(c))).Trim();

    /// <summary>One line, or null when nothing is left of it.</summary>
    public static string? Line(string? text) => string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim() is { Length: > 0 } line ? line : null;
}

namespace Norda.Features.Directory.Import;

/// <summary>Which column of one file means what.</summary>
internal sealed class ColumnMap
{
    private readonly ImportColumn?[] meanings;
    private readonly string[] headings;

    private ColumnMap(string[] headings, ImportColumn?[] meanings) => (this.headings, this.meanings) = (headings, meanings);

    public int Count => headings.Length;

    /// <summary>Headings that nobody explained, and second columns of what a firm has once.</summary>
    public IReadOnlyList<string> Unmapped => [.. headings.Where((h, i) => meanings[i] is null && h.Length > 0)];

    /// <returns>Null when the row has no heading for the name of the firm: it is not the row with the headings.</returns>
    public static ColumnMap? TryRead(TableRow row, Headings known)
    {
        var map = new ColumnMap([.. row.Cells.Select(CellText.OneLine)], new ImportColumn?[row.Cells.Length]);
        for (var i = 0; i < map.Count; i++)
        {
            var meaning = known.Recognise(map.headings[i]);
            if (meaning is null or ImportColumn.Ignore || MayRepeat(meaning.Value) || !map.meanings.Contains(meaning))
                map.meanings[i] = meaning;
        }

        return map.meanings.Contains(ImportColumn.Name) ? map : null;
    }

    /// <summary>The text of the column; of several columns with one meaning, theirs one after another.</summary>
    public string Read(TableRow row, ImportColumn column)
    {
        var found = "";
        for (var i = 0; i < meanings.Length; i++)
            if (meanings[i] == column && CellText.Clean(row[i]) is { Length: > 0 } text)
                found = found.Length == 0 ? text : $"{found}; {text}";
        return found;
    }

    /// <summary>The first heading whose cell is a formula.</summary>
    public string? FormulaIn(TableRow row) =>
        row.Formulas?.Where(i => i < meanings.Length && meanings[i] is not (null or ImportColumn.Ignore)).Order().Select(i => headings[i]).FirstOrDefault();

    private static bool MayRepeat(ImportColumn column) => column is ImportColumn.Phone or ImportColumn.Email or ImportColumn.Services;
}

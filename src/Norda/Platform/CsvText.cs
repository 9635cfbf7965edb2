using System.Text;

namespace Norda.Platform;

/// <summary>
/// Rows as a spreadsheet opens them: UTF-8 with its mark, semicolons, every cell in quotes. A cell that a spreadsheet would take
/// for a formula begins with an apostrophe, for what people type must not run on the computer of who opens the file.
/// </summary>
public static class CsvText
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static string Line(params ReadOnlySpan<string?> cells)
    {
        var line = new StringBuilder();
        foreach (var cell in cells)
            line.Append(line.Length == 0 ? "\"" : ";\"").Append(Safe(cell ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return line.Append("\r\n").ToString();
    }

    public static string Safe(string cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + cell : cell;

    /// <summary>Sends the rows as they come from the database, however many there are.</summary>
    public static async Task Write(HttpContext http, string fileName, string heading, IAsyncEnumerable<string> lines, CancellationToken cancel)
    {
        http.Response.ContentType = ContentType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        http.Response.Headers.CacheControl = "no-store";
        await using var writer = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(heading.AsMemory(), cancel);
        await foreach (var line in lines.WithCancellation(cancel))
            await writer.WriteAsync(line.AsMemory(), cancel);
    }
}

using System.Text;

namespace Norda.Platform;

/// <summary>Lines "NAME:value" as address books and calendars read them (RFC 6350, RFC 5545).</summary>
public sealed class ContentLines
{
    private const int LongestLine = 75;

    private readonly StringBuilder _lines = new();

    /// <summary>A line has at most 75 octets; the rest follows on lines that begin with a space. No letter is cut in two. Without a value there is no line.</summary>
    public void Add(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                _lines.Append("\r\n ");
                octets = 1;
            }

            _lines.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _lines.Append("\r\n");
    }

    public void AddText(string name, string? value) => Add(name, Text(value));

    /// <summary>Backslash, semicolon and comma are marked; a new line becomes \n; other control characters are left out.</summary>
    public static string? Text(string? value)
    {
        if (value is null)
            return null;
        var text = new StringBuilder(value.Length);
        foreach (var letter in value.ReplaceLineEndings("\n"))
        {
            if (letter == '\n')
                text.Append("\\n");
            else if (!char.IsControl(letter))
                text.Append(letter is '\\' or ';' or ',' ? "\\" : "").Append(letter);
        }

        return text.ToString();
    }

    public override string ToString() => _lines.ToString();
}

using System.Text;

namespace Norda.Platform;

/// <summary>
/// A telephone number: +48 and nine digits with the extension kept aside; a foreign one as it was typed, with its "+".
/// <see cref="ToString"/> is the form to store and <see cref="TryParse"/> reads it back.
/// </summary>
public readonly record struct Phone(string Number, string? Extension = null)
{
    private const string Poland = "+48";
    private static readonly string[] Labels = ["telefon", "tel", "komórka", "kom", "mobile", "mob", "gsm", "nr", "biuro"];
    private static readonly string[] ExtensionMarks = ["wewn", "wew", "w.", "ext"];
    private static readonly string[] MobilePrefixes = ["45", "50", "51", "53", "57", "60", "66", "69", "72", "73", "78", "79", "88"];

    public bool IsPolish => Number.StartsWith(Poland, StringComparison.Ordinal);
    public bool IsMobile => IsPolish && MobilePrefixes.Contains(Number[3..5], StringComparer.Ordinal);

    /// <summary>For a link that dials: tel:+48586720000;ext=12</summary>
    public string Href => $"tel:{Number.Replace(" ", "", StringComparison.Ordinal)}{(Extension is null ? "" : $";ext={Extension}")}";

    /// <summary>58 672 00 00, 601 200 374, +49 30 123456; an extension follows as "wew. 12".</summary>
    public string Display => Shape() + Suffix;

    private string Suffix => Extension is null ? "" : $" wew. {Extension}";

    public override string ToString() => Number + Suffix;

    public static bool TryParse(string? text, out Phone phone) => Read(text ?? "", out phone) is null;

    /// <summary>What is wrong with the number, or null when it is right.</summary>
    public static Fault? FaultOf(string? text) => Read(text ?? "", out _);

    /// <summary>Reads a cell that may hold several numbers; <paramref name="rest"/> gets the parts that are none.</summary>
    public static List<Phone> ParseAll(string text, out List<string> rest)
    {
        rest = [];
        var found = new List<Phone>();
        foreach (var part in text.Split([';', ',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // A slash stands between two numbers, or after the area code of one.
            string[] pieces = TryParse(part, out _) ? [part] : part.Split('/', StringSplitOptions.TrimEntries);
            if (pieces.All(p => TryParse(p, out _)))
                found.AddRange(pieces.Select(p => TryParse(p, out var phone) ? phone : default).Where(p => !found.Contains(p)));
            else
                rest.Add(part);
        }

        return found;
    }

    private static Fault? Read(string text, out Phone phone)
    {
        phone = default;
        var (main, extension) = CutExtension(WithoutLabels(text));
        main = main.Trim().TrimStart('(', ' ');
        if (extension is { Length: 0 or > 6 } || !main.Any(char.IsAsciiDigit) || main.Any(c => !IsPartOfNumber(c)))
            return new Fault("to nie jest numer telefonu");
        if (main.StartsWith("00", StringComparison.Ordinal))
            main = "+" + main[2..].TrimStart();
        var fault = main.StartsWith('+') && !Digits(main).StartsWith("48", StringComparison.Ordinal) ? ReadForeign(main, out var number) : ReadPolish(main, out number);
        if (fault is null)
            phone = new Phone(number, extension);
        return fault;
    }

    private static Fault? ReadPolish(string text, out string number)
    {
        var digits = Digits(text);
        if (text.StartsWith('+') || (digits.Length == 11 && digits.StartsWith("48", StringComparison.Ordinal)))
            digits = digits[2..];
        if (digits.Length == 10 && digits[0] == '0') // the trunk prefix dialled until 2014
            digits = digits[1..];
        number = Poland + digits;
        if (digits.Length != 9)
            return new Fault("{0} ma {1}, powinno być {2}", "numer", new Counted(digits.Length, "cyfrę|cyfry|cyfr"), "9");
        return digits[0] == '0' ? new Fault("numer nie zaczyna się od zera") : null;
    }

    private static Fault? ReadForeign(string text, out string number)
    {
        number = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var digits = Digits(text);
        return digits.Length is >= 7 and <= 15 && digits[0] != '0' && text.LastIndexOf('+') == 0 ? null : new Fault("to nie jest numer telefonu");
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static bool IsPartOfNumber(char c) => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || "+-–.()/".Contains(c, StringComparison.Ordinal);

    private static string WithoutLabels(string text)
    {
        for (var cut = true; cut;)
        {
            text = text.Trim().TrimStart('.', ':', ' ');
            var label = Labels.FirstOrDefault(l => text.StartsWith(l, StringComparison.OrdinalIgnoreCase));
            cut = label is not null;
            text = text[(label?.Length ?? 0)..];
        }

        return text;
    }

    private static (string Main, string? Extension) CutExtension(string text)
    {
        foreach (var mark in ExtensionMarks)
        {
            var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
                return (text[..at], string.Concat(text[(at + mark.Length)..].Where(char.IsAsciiDigit)));
        }

        return (text, null);
    }

    private string Shape()
    {
        if (!IsPolish)
            return Number;
        var digits = Number.AsSpan(3);
        var threes = IsMobile || digits[0] == '8' && digits[1] == '0'; // 800 and 801 lines are written like mobiles
        var shape = new StringBuilder(12);
        foreach (var (i, digit) in digits.ToArray().Index())
            shape.Append(i > 0 && (threes ? i is 3 or 6 : i is 2 or 5 or 7) ? " " : "").Append(digit);
        return shape.ToString();
    }
}

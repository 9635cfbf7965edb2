using System.Text.RegularExpressions;

namespace Norda.Platform;

/// <summary>One line of an address in its parts: "os. Kaszubskie 25/3" is street, building 25, unit 3.</summary>
public sealed partial record StreetAddress(string Street, string? Building, string? Unit)
{
    /// <summary>The postal code and the town, when the line goes on with them: "Chemików 7, 09-411 Płock".</summary>
    public string? PostalCode { get; private init; }

    public string? Town { get; private init; }

    public static StreetAddress Parse(string line)
    {
        var text = string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(' ', ',');
        if (text.Length > 300)
            return new StreetAddress(text, null, null);
        return CodeAndTown().Match(text) is { Success: true } tail
            ? Split(text[..tail.Index].Trim(' ', ',')) with { PostalCode = tail.Groups["code"].Value, Town = tail.Groups["town"].Value }
            : Split(text);
    }

    private static StreetAddress Split(string text)
    {
        var match = Numbered().Match(text);
        if (!match.Success)
            return new StreetAddress(WithDot(text), null, null);
        var unit = match.Groups["unit"];
        return new StreetAddress(
            WithDot(match.Groups["street"].Value.TrimEnd(' ', ',')),
            match.Groups["building"].Value.Replace(" ", "", StringComparison.Ordinal),
            unit.Success ? unit.Value : null);
    }

    /// <summary>"Ul Gdańska" and "ul.Gdańska" become "ul. Gdańska"; the same for al., os. and pl.</summary>
    private static string WithDot(string street)
    {
        var match = Kind().Match(street);
        return match.Success ? $"{match.Groups["kind"].Value.ToLowerInvariant()}. {match.Groups["name"].Value}" : street;
    }

    // The number stands last; "12 Marca" and "Plac 1000-lecia" are names. 39/44 reads as building 39, unit 44.
    [GeneratedRegex(
        @"^(?<street>.*?\S)[ ,]+(?:nr\.? )?(?<building>[0-9]{1,5}(?: ?[A-Za-z])?(?:-[0-9]{1,5}[A-Za-z]?)?)(?:(?: ?/ ?|,? ?(?:lokal|lok\.?|m\.?|pok\.?) ?)(?<unit>[0-9]{1,5}[A-Za-z]?))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?<=^|[ ,])(?<code>[0-9]{2}-[0-9]{3}) (?<town>\p{L}[^0-9,]*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex CodeAndTown();

    [GeneratedRegex(@"^(?<kind>ul|al|os|pl)(?:\. ?| )(?<name>\S.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Kind();
}

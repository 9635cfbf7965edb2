using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Norda.Platform;

/// <summary>An e-mail address that the CHECK of the database takes, and stricter: no a..b@x..pl.</summary>
public static class Email
{
    public const int MaxLength = 254;

    public static bool TryParse([NotNullWhen(true)] string? text, out string address)
    {
        address = "";
        var typed = (text ?? "").Trim().TrimEnd('.');
        if (typed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            typed = typed["mailto:".Length..];
        var at = typed.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > 64 || typed.Length > MaxLength || !IsMailbox(typed[..at]) || !TryDomain(typed[(at + 1)..], out var domain))
            return false;
        // Only the domain is case-blind by the rules; BIURO@FIRMA.PL was typed with Caps Lock and means the small letters.
        var mailbox = typed.Any(char.IsAsciiLetterLower) ? typed[..at] : typed[..at].ToLowerInvariant();
        address = $"{mailbox}@{domain}";
        return address.Length <= MaxLength;
    }

    /// <summary>Reads a cell that may hold several addresses; <paramref name="rest"/> gets the parts that are none.</summary>
    public static List<string> ParseAll(string text, out List<string> rest)
    {
        rest = [];
        var found = new List<string>();
        foreach (var part in text.Split([';', ',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryParse(part, out var address))
                rest.Add(part);
            else if (!found.Contains(address, StringComparer.OrdinalIgnoreCase))
                found.Add(address);
        }

        return found;
    }

    private static bool IsMailbox(string name) =>
        name[0] != '.' && name[^1] != '.' && !name.Contains("..", StringComparison.Ordinal)
        && name.All(c => char.IsAsciiLetterOrDigit(c) || "._%+-".Contains(c, StringComparison.Ordinal));

    private static bool TryDomain(string typed, out string domain)
    {
        domain = typed.ToLowerInvariant();
        if (!domain.All(char.IsAscii) && !TryPunycode(domain, out domain))
            return false;
        // The CHECK wants letters at the end, so a punycode top level (xn--p1ai) cannot be stored.
        return HostName.IsPublic(domain) && domain[(domain.LastIndexOf('.') + 1)..].All(char.IsAsciiLetter);
    }

    private static bool TryPunycode(string typed, out string domain)
    {
        domain = "";
        try
        {
            domain = new IdnMapping().GetAscii(typed);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

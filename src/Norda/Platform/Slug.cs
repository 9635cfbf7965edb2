using System.Text;

namespace Norda.Platform;

/// <summary>The part of an address that names something: "Müller &amp; Żak sp.k." becomes muller-i-zak-sp-k.</summary>
public static class Slug
{
    /// <summary>Leaves room for "-123" in a column of 100.</summary>
    public const int MaxLength = 90;

    /// <returns>Letters a-z, digits and single hyphens; empty when the name has nothing of them (the caller then uses firma-{id}).</returns>
    public static string From(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in Folding.Fold(name.Replace("&", " i ", StringComparison.Ordinal)))
        {
            if (slug.Length == MaxLength)
                break;
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>The slug itself when it is free, else with the first free number: pixlab-2.</summary>
    public static string Free(string slug, Func<string, bool> isTaken)
    {
        var free = slug;
        for (var n = 2; isTaken(free); n++)
            free = $"{slug}-{n}";
        return free;
    }
}

using System.Globalization;
using System.Text;
using Norda.Platform;

namespace Norda.Features.Directory.Profile;

/// <summary>A firm for the address book: vCard 3.0 in UTF-8, which phones and Outlook both take in.</summary>
public static class VCard
{
    public const string ContentType = "text/vcard; charset=utf-8";
    private const int LongestLine = 75;

    public static string Of(CompanyView firm, string address)
    {
        var card = new StringBuilder();
        Add(card, "BEGIN", "VCARD");
        Add(card, "VERSION", "3.0");
        Add(card, "FN", Text(firm.Name));
        Add(card, "N", $"{Text(firm.Name)};;;;");
        Add(card, "ORG", Text(firm.LegalName ?? firm.Name));
        Add(card, "X-ABShowAs", "COMPANY");
        AddContacts(card, firm);
        if (firm.StreetLine is not null || firm.TownLine is not null)
            Add(card, "ADR;TYPE=WORK", $";;{Text(firm.StreetLine)};{Text(firm.Address.Town)};{Text(firm.Address.Voivodeship)};{Text(firm.Address.PostalCode)};Polska");
        if (firm.Address is { Latitude: { } north, Longitude: { } east })
            Add(card, "GEO", string.Create(CultureInfo.InvariantCulture, $"{north:0.#####};{east:0.#####}"));
        Add(card, "URL", CompanyLinks.Web(firm.Website));
        Add(card, "CATEGORIES", Text(firm.CategoryName));
        Add(card, "NOTE", Text(string.Join('\n', new[] { firm.Short, firm.Nip is null ? null : "NIP " + Nip.Display(firm.Nip) }.OfType<string>())));
        Add(card, "SOURCE", address);
        Add(card, "UID", address);
        Add(card, "REV", (firm.UpdatedAt ?? firm.CreatedAt)?.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Add(card, "END", "VCARD");
        return card.ToString();
    }

    /// <summary>Address books show what a number is for by a label in the same group.</summary>
    private static void AddContacts(StringBuilder card, CompanyView firm)
    {
        var item = 0;
        foreach (var (purpose, line) in ContactGroup.Of(firm).SelectMany(g => g.Lines.Select(l => (g.Purpose, l))))
        {
            var kind = line.Type switch { "email" => "EMAIL;TYPE=INTERNET,WORK", "mobile" => "TEL;TYPE=CELL,WORK", "fax" => "TEL;TYPE=FAX,WORK", "phone" => "TEL;TYPE=WORK,VOICE", _ => null };
            if (kind is null)
                continue;
            var value = line.IsPhone && line.Href is { } href ? href["tel:".Length..] : line.Text;
            var group = purpose is null ? "" : $"item{++item}.";
            Add(card, group + kind, Text(value));
            if (purpose is not null)
                Add(card, group + "X-ABLabel", Text(purpose));
        }
    }

    /// <summary>Backslash, semicolon and comma are marked; a new line becomes \n; other control characters are left out.</summary>
    private static string? Text(string? value)
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

    /// <summary>A line has at most 75 octets; the rest follows on lines that begin with a space. No letter is cut in two.</summary>
    private static void Add(StringBuilder card, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                card.Append("\r\n ");
                octets = 1;
            }

            card.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        card.Append("\r\n");
    }
}

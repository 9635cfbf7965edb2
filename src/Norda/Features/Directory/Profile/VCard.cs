using System.Globalization;
using Norda.Platform;

namespace Norda.Features.Directory.Profile;

/// <summary>A firm for the address book: vCard 3.0 in UTF-8, which phones and Outlook both take in.</summary>
public static class VCard
{
    public const string ContentType = "text/vcard; charset=utf-8";

    public static string Of(CompanyView firm, string address)
    {
        var card = new ContentLines();
        card.Add("BEGIN", "VCARD");
        card.Add("VERSION", "3.0");
        card.Add("FN", ContentLines.Text(firm.Name));
        card.Add("N", $"{ContentLines.Text(firm.Name)};;;;");
        card.Add("ORG", ContentLines.Text(firm.LegalName ?? firm.Name));
        card.Add("X-ABShowAs", "COMPANY");
        AddContacts(card, firm);
        if (firm.StreetLine is not null || firm.TownLine is not null)
            card.Add("ADR;TYPE=WORK", $";;{ContentLines.Text(firm.StreetLine)};{ContentLines.Text(firm.Address.Town)};{ContentLines.Text(firm.Address.Voivodeship)};{ContentLines.Text(firm.Address.PostalCode)};Polska");
        if (firm.Address is { Latitude: { } north, Longitude: { } east })
            card.Add("GEO", string.Create(CultureInfo.InvariantCulture, $"{north:0.#####};{east:0.#####}"));
        card.Add("URL", CompanyLinks.Web(firm.Website));
        card.Add("CATEGORIES", ContentLines.Text(firm.CategoryName));
        card.Add("NOTE", ContentLines.Text(string.Join('\n', new[] { firm.Short, firm.Nip is null ? null : "NIP " + Nip.Display(firm.Nip) }.OfType<string>())));
        card.Add("SOURCE", address);
        card.Add("UID", address);
        card.Add("REV", (firm.UpdatedAt ?? firm.CreatedAt)?.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        card.Add("END", "VCARD");
        return card.ToString();
    }

    /// <summary>Address books show what a number is for by a label in the same group.</summary>
    private static void AddContacts(ContentLines card, CompanyView firm)
    {
        var item = 0;
        foreach (var (purpose, line) in ContactGroup.Of(firm).SelectMany(g => g.Lines.Select(l => (g.Purpose, l))))
        {
            var kind = line.Type switch { "email" => "EMAIL;TYPE=INTERNET,WORK", "mobile" => "TEL;TYPE=CELL,WORK", "fax" => "TEL;TYPE=FAX,WORK", "phone" => "TEL;TYPE=WORK,VOICE", _ => null };
            if (kind is null)
                continue;
            var value = line.IsPhone && line.Href is { } href ? href["tel:".Length..] : line.Text;
            var group = purpose is null ? "" : $"item{++item}.";
            card.Add(group + kind, ContentLines.Text(value));
            if (purpose is not null)
                card.Add(group + "X-ABLabel", ContentLines.Text(purpose));
        }
    }
}

using System.Text;
using Norda.Platform;

namespace Norda.Features.Directory.Import;

/// <summary>What a column of a file may mean.</summary>
public enum ImportColumn
{
    Ignore, Name, LegalName, Nip, Regon, Krs, Category, Town, PostalCode, Address, Commune, County, Voivodeship,
    Phone, Email, Website, Services, Description, DescriptionShort, DescriptionFull, Member,
}

/// <summary>Recognises headings: the usual Polish and English ones, and those that the office explained once.</summary>
internal sealed class Headings(IReadOnlyDictionary<string, ImportColumn> explained)
{
    private const int LongestHeading = 200;

    private static readonly (ImportColumn Column, string Code, string Label, string Spellings)[] Usual =
    [
        (ImportColumn.Ignore, "ignore", "pomiń", "lp|l p|nr|id|no|nr wiersza"),
        (ImportColumn.Name, "name", "Nazwa firmy", "nazwa|firma|nazwa podmiotu|nazwa skrocona|nazwa przedsiebiorstwa|nazwa czlonka|company|company name|firm|trade name"),
        (ImportColumn.LegalName, "legal_name", "Pełna nazwa", "nazwa pelna|nazwa rejestrowa|nazwa z rejestru|full name|registered name"),
        (ImportColumn.Nip, "nip", "NIP", "nr nip|numer nip|nip firmy|vat|vat id|vat no|vat number|tax id|tax number"),
        (ImportColumn.Regon, "regon", "REGON", "nr regon|numer regon|regon 9|regon 14"),
        (ImportColumn.Krs, "krs", "KRS", "nr krs|numer krs|krs number"),
        (ImportColumn.Category, "category", "Branża", "kategoria|sektor|branza firmy|industry|sector|branch"),
        (ImportColumn.Town, "town", "Miejscowość", "miasto|miejsce|siedziba|city|place|locality"),
        (ImportColumn.PostalCode, "postal_code", "Kod", "kod pocztowy|kod poczt|postcode|post code|zip|zip code"),
        (ImportColumn.Address, "address", "Adres", "ulica|ulica i numer|ulica nr|ulica numer|adres siedziby|adres firmy|street|street address"),
        (ImportColumn.Commune, "commune", "Gmina", "municipality"),
        (ImportColumn.County, "county", "Powiat", "district"),
        (ImportColumn.Voivodeship, "voivodeship", "Województwo", "woj|region|province"),
        (ImportColumn.Phone, "phone", "Telefon", "tel|telefony|nr telefonu|nr tel|numer telefonu|telefon kontaktowy|telefon komorkowy|tel kom|komorka|phone number|telephone|mobile"),
        (ImportColumn.Email, "email", "E-mail", "mail|emaile|adres e mail|adres email|poczta elektroniczna|email address|e mail address"),
        (ImportColumn.Website, "website", "WWW", "strona|strona www|strona internetowa|adres www|adres strony|witryna|web|web page|homepage|url"),
        (ImportColumn.Services, "services", "Usługi", "oferta|zakres uslug|rodzaj uslug|swiadczone uslugi"),
        (ImportColumn.Description, "description", "Opis działalności", "opis|opis firmy|dzialalnosc|profil dzialalnosci|przedmiot dzialalnosci|about"),
        (ImportColumn.DescriptionShort, "description_short", "Krótki opis", "opis krotki|short description"),
        (ImportColumn.DescriptionFull, "description_full", "Pełny opis", "opis pelny|full description"),
        (ImportColumn.Member, "member", "Członek", "czlonek izby|czlonkostwo|czy czlonek|membership|is member"),
    ];

    private static readonly Dictionary<string, ImportColumn> Known =
        (from usual in Usual
         from spelling in usual.Spellings.Split('|').Append(Fold(usual.Code)).Append(Fold(usual.Label)).Distinct(StringComparer.Ordinal)
         select (spelling, usual.Column)).ToDictionary();

    /// <summary>What --map and the table of explained headings call a column: "description_short".</summary>
    public static string Code(ImportColumn column) => Usual.First(u => u.Column == column).Code;

    public static string Label(ImportColumn column) => Usual.First(u => u.Column == column).Label;

    public static string AllCodes => string.Join(", ", Usual.Select(u => u.Code));

    /// <summary>Reads a code or a Polish label.</summary>
    public static bool TryColumn(string text, out ImportColumn column) => Known.TryGetValue(Fold(text), out column);

    /// <summary>The form in which headings are compared: folded, words between single spaces; "E-mail" and "e mail" are one.</summary>
    public static string Fold(string heading)
    {
        var folded = new StringBuilder(heading.Length);
        foreach (var c in Folding.Fold(heading.Length > LongestHeading ? heading[..LongestHeading] : heading))
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    public ImportColumn? Recognise(string heading)
    {
        var folded = Fold(heading);
        var unnumbered = folded.TrimEnd(' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'); // Telefon 1, Telefon 2
        return explained.TryGetValue(folded, out var column) || Known.TryGetValue(folded, out column) || Known.TryGetValue(unnumbered, out column) ? column : null;
    }

    /// <summary>How much a row looks like the one with the headings.</summary>
    public int Score(IEnumerable<string> cells) => cells.Count(c => Recognise(c) is not null);
}

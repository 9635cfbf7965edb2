using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Norda.Features.Directory.Profile;
using Norda.Platform;

namespace Norda.Features.Directory.History;

/// <summary>A value of the log as people write it: days and times of Warsaw, yes and no, words for names of states. Keys of the texts.</summary>
public static partial class AuditValue
{
    /// <summary>Columns that hold names of states; anywhere else such a word is what somebody typed.</summary>
    private static readonly HashSet<string> States = new(StringComparer.Ordinal)
    {
        "status", "state", "kind", "visibility", "contact_type", "event_type", "end_kind", "method", "source", "scope", "proration", "role",
    };

    private static readonly HashSet<string> Sums = new(StringComparer.Ordinal) { "amount", "entry_amount", "waived", "entry_fee", "monthly_amount", "yearly_amount", "yearly_cap" };

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["Active"] = "W katalogu", ["Inactive"] = "Ukryta", ["Archived"] = "W archiwum", ["Pending"] = "czeka", ["Requested"] = "czeka", ["Submitted"] = "czeka", ["Open"] = "czeka", ["Waiting"] = "Lista rezerwowa",
        ["Approved"] = "zatwierdzono", ["Admitted"] = "zatwierdzono", ["Upheld"] = "zatwierdzono", ["Rejected"] = "odrzucono", ["Refused"] = "odrzucono", ["Dismissed"] = "odrzucono", ["Incomplete"] = "Czeka na dokumenty",
        ["Complete"] = "Czeka na zarząd", ["Appealed"] = "Odwołanie", ["Withdrawn"] = "Wycofana", ["Everyone"] = "wszyscy", ["Public"] = "wszyscy", ["Members"] = "członkowie izby", ["Me"] = "tylko nasza firma i biuro",
        ["Office"] = "Biuro izby", ["Admin"] = "Administrator", ["Moderator"] = "Moderator", ["Treasurer"] = "Skarbnik", ["Auditor"] = "Rewident", ["Owner"] = "Właściciel profilu", ["Editor"] = "Redaktor profilu",
        ["Viewer"] = "Tylko czyta", ["Confirmed"] = "Będzie", ["Maybe"] = "Może będzie", ["Declined"] = "Nie będzie", ["Offered"] = "Ma propozycję miejsca", ["Lapsed"] = "Propozycja wygasła", ["Invited"] = "Nie ma odpowiedzi",
        ["Transfer"] = "Przelew", ["Cash"] = "Gotówka", ["Card"] = "Karta", ["Blik"] = "BLIK", ["Online"] = "Płatność online", ["Offset"] = "Kompensata", ["Import"] = "Import", ["Registered"] = "rozpoczęta", ["Paid"] = "zapłacona",
        ["Verified"] = "potwierdzona", ["Refunded"] = "zwrócona", ["Abandoned"] = "porzucona", ["Global"] = "Wszystkie firmy", ["Band"] = "Przedział", ["Category"] = "Branża", ["Company"] = "Firma", ["Month"] = "od miesiąca przyjęcia",
        ["NextMonth"] = "od miesiąca po przyjęciu", ["Quarter"] = "od kwartału przyjęcia", ["Whole"] = "cała rata, bez względu na dzień przyjęcia", ["Meeting"] = "Spotkanie", ["Webinar"] = "Webinar", ["Networking"] = "Networking",
        ["Note"] = "Nota księgowa", ["Correction"] = "Nota korygująca", ["Demand"] = "Wezwanie do zapłaty", ["FinalDemand"] = "Ostateczne wezwanie", ["Confirmation"] = "Zaświadczenie o członkostwie", ["Reminder"] = "Przypomnienie",
        ["Statute"] = "statut izby", ["Rules"] = "regulamin", ["Minutes"] = "protokół", ["Report"] = "sprawozdanie", ["Other"] = "inny dokument", ["Resigned"] = "rezygnacja firmy", ["Excluded"] = "wykluczenie uchwałą",
        ["Dissolved"] = "firma przestała istnieć", ["phone"] = "Telefon", ["mobile"] = "Komórka", ["email"] = "E-mail", ["fax"] = "Faks",
    };

    /// <summary>Null for a value that stands as it is.</summary>
    public static string? InWords(string column, string value, IStringLocalizer<Texts> texts) => column switch
    {
        _ when States.Contains(column) && Words.TryGetValue(value, out var word) => texts[word],
        "legal_form" => texts.LegalFormInWords(value),
        "field_visibility" => Seen(value, texts),
        "phone" or "phone_number" => Phone.TryParse(value, out var phone) ? phone.Display : null,
        _ when Sums.Contains(column) && decimal.TryParse(value, CultureInfo.InvariantCulture, out var sum) => $"{sum:N2} zł",
        _ => value is "True" or "False" ? texts[value == "True" ? "Tak" : "Nie"] : Moment(value),
    };

    private static string? Moment(string value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        return Stamp().IsMatch(value) && DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
            ? at.ToWarsaw().ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture)
            : null;
    }

    private static string? Seen(string json, IStringLocalizer<Texts> texts)
    {
        Dictionary<string, JsonElement> fields;
        try
        {
            fields = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) ?? [];
        }
        catch (JsonException)
        {
            return null; // a value that was cut
        }

        var chosen = fields.Select(c => (Field: ColumnNames.OfColumn(c.Key) ?? c.Key, By: Enum.TryParse<Visibility>(c.Value.ToString(), out var by) ? by.ToString() : nameof(Visibility.Everyone))).ToList();
        return chosen.Count == 0 ? texts[Words[nameof(Visibility.Everyone)]] : string.Join(", ", chosen.Select(c => $"{texts[c.Field]}: {texts[Words[c.By]]}"));
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Stamp();
}

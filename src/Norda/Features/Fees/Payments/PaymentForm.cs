using System.Globalization;
using Microsoft.Extensions.Localization;
using Norda.Platform;

namespace Norda.Features.Fees.Payments;

/// <summary>What a person types into the sheet.</summary>
public sealed class PaymentForm
{
    public string? Firma { get; set; }

    /// <summary>Given when the sheet is opened: two presses record one payment.</summary>
    public string? Klucz { get; set; }

    public string? Kwota { get; set; }
    public string? Data { get; set; }
    public PaymentMethod Sposob { get; set; }
    public string? Tytul { get; set; }
    public bool Potwierdz { get; set; }

    /// <summary>Sums for fees, typed by hand: number of the fee and how much.</summary>
    public Dictionary<int, string?> Rozpisz { get; set; } = [];

    /// <summary>Query of the grid to which one returns.</summary>
    public string? Powrot { get; set; }

    public static PaymentForm For(SheetView sheet) => new()
    {
        Firma = sheet.Slug, Klucz = Guid.NewGuid().ToString("N"), Kwota = sheet.Proposed > 0 ? sheet.Proposed.ToString("N2", CultureInfo.CurrentCulture) : "", Potwierdz = sheet.HasEmail,
        Data = sheet.Today.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), Powrot = sheet.Back,
    };

    public (PaymentOrder? Order, Outcome? Fault) Read(int companyId, SheetView sheet, IStringLocalizer<Texts> texts)
    {
        if (FeeTexts.ReadAmount(Kwota) is not { } amount)
            return (null, Outcome.Refuse(texts["Wpisz kwotę, na przykład 150,00."], "Amount"));
        if (FeeTexts.ReadDay(Data) is not { } day)
            return (null, Outcome.Refuse(texts["Wpisz datę wpłaty, na przykład 20.11.2026."], "PaidOn"));
        if (!Guid.TryParse(Klucz, out var batch))
            return (null, Outcome.Refuse(texts["Brakuje numeru wpłaty. Otwórz formularz jeszcze raz."]));
        var wishes = new List<(int, decimal)>();
        foreach (var (fee, typed) in Rozpisz.Where(r => !string.IsNullOrWhiteSpace(r.Value) && sheet.Open.Any(f => f.Id == r.Key)))
        {
            if (FeeTexts.ReadAmount(typed) is not { } part)
                return (null, Outcome.Refuse(texts["Kwota przy miesiącu to liczba, na przykład 150,00. Puste pole znaczy: nic."], "Amount"));
            if (part != 0)
                wishes.Add((fee, part));
        }

        return (new PaymentOrder(companyId, amount, day, Sposob, BatchKey.Of(batch, companyId), PaymentSource.Office) { Title = Tytul, TellsFirm = Potwierdz && sheet.HasEmail, Wishes = wishes }, null);
    }

    /// <summary>Key of the texts.</summary>
    public static string Word(PaymentMethod method) => method switch
    {
        PaymentMethod.Cash => "Gotówka",
        PaymentMethod.Card => "Karta",
        PaymentMethod.Blik => "BLIK",
        PaymentMethod.Online => "Płatność online",
        PaymentMethod.Offset => "Kompensata",
        _ => "Przelew",
    };
}

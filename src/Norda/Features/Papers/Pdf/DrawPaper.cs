using System.Globalization;
using Norda.Features.Fees;
using Norda.Features.Papers.Writing;
using Norda.Platform;

namespace Norda.Features.Papers.Pdf;

/// <summary>A paper that was issued, drawn from what was kept of it: the same each time. In Polish for every reader, as the law on books wants it.</summary>
public static class DrawPaper
{
    private const double CodeSize = 132;

    public static byte[] File(PaperKind kind, PaperContent content, DateTime issuedAt) => Spoken.In("pl", () => PaperSheet.Write(Title(kind, content), issuedAt, sheet => On(sheet, kind, content)));

    internal static void On(PaperSheet sheet, PaperKind kind, PaperContent content)
    {
        sheet.Begin();
        Head(sheet, content.Issuer, content.IssuedOn);
        sheet.Text(Title(kind, content), 17, isBold: true);
        if (kind == PaperKind.Correction)
            sheet.Text($"do noty {content.Former} z dnia {Day(content.FormerOn!.Value)}. Przyczyna korekty: {content.Reason}");
        sheet.Gap(12);
        sheet.Beside(Lines(kind is PaperKind.Note or PaperKind.Correction ? "Wystawca" : "Wierzyciel", content.Issuer, null), Lines(kind is PaperKind.Note or PaperKind.Correction ? "Odbiorca" : "Dłużnik", content.Recipient, content.MemberNumber));
        sheet.Gap(14);
        if (Opening(kind, content) is { } opening)
        {
            sheet.Text(opening);
            sheet.Gap(8);
        }

        Table(sheet, kind, content);
        sheet.Gap(10);
        Sums(sheet, kind, content);
        Closing(sheet, kind, content);
    }

    internal static void Head(PaperSheet sheet, Party issuer, DateOnly on)
    {
        sheet.Text(issuer.Name, 11, isBold: true);
        sheet.Text(string.Join(", ", new[] { issuer.Address, issuer.Nip is null ? null : $"NIP {issuer.Nip}" }.Where(p => p is not null)), 8.5, isQuiet: true);
        sheet.Gap(2);
        sheet.Rule();
        sheet.Text($"Data wystawienia: {Day(on)}", 9, isQuiet: true);
        sheet.Gap(10);
    }

    internal static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    internal static IReadOnlyList<string> Lines(string label, Party party, int? member) =>
        [label, party.Name, .. (party.Address ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries), .. party.Nip is null ? Array.Empty<string>() : [$"NIP {party.Nip}"], .. member is null ? Array.Empty<string>() : [$"numer członkowski {member:00000}"]];

    private static string Title(PaperKind kind, PaperContent content) => kind switch
    {
        PaperKind.Note => $"Nota księgowa nr {content.Number}",
        PaperKind.Correction => $"Nota korygująca nr {content.Number}",
        PaperKind.Demand => $"Wezwanie do zapłaty nr {content.Number}",
        _ => $"Ostateczne przedsądowe wezwanie do zapłaty nr {content.Number}",
    };

    private static string? Opening(PaperKind kind, PaperContent content) => kind switch
    {
        PaperKind.Note => "Obciążamy Państwa składkami członkowskimi zgodnie ze statutem izby i uchwałami w sprawie ich wysokości:",
        PaperKind.Demand => $"Do dziś nie wpłynęły składki, których termin minął. Prosimy o zapłatę {content.ToPay.ToZloty()} do dnia {Day(content.PayBy!.Value)}. Jeśli przelew jest już w drodze, prosimy uznać to pismo za nieaktualne.",
        PaperKind.FinalDemand => $"Mimo wezwania nr {content.Former} z dnia {Day(content.FormerOn!.Value)} należność nie została zapłacona. Wzywamy po raz ostatni do zapłaty {content.ToPay.ToZloty()} do dnia {Day(content.PayBy!.Value)}. Po bezskutecznym upływie tego terminu sprawa zostanie skierowana na drogę postępowania sądowego, co narazi Państwa na dodatkowe koszty. Niniejsze pismo jest próbą pozasądowego rozwiązania sporu w rozumieniu art. 187 § 1 pkt 3 Kodeksu postępowania cywilnego.",
        _ => null,
    };

    private static void Table(PaperSheet sheet, PaperKind kind, PaperContent content)
    {
        var isDemand = kind is PaperKind.Demand or PaperKind.FinalDemand;
        var withInterest = content.Interest > 0;
        var columns = new List<PaperColumn> { new("Lp.", 0.07), new("Tytuł", isDemand ? withInterest ? 0.32 : 0.43 : 0.53), new("Termin", 0.2) };
        if (isDemand)
            columns.AddRange([new("Dni po terminie", 0.14, true), .. withInterest ? [new PaperColumn("Odsetki", 0.12, true)] : Array.Empty<PaperColumn>()]);
        columns.Add(new(isDemand ? "Do zapłaty" : "Kwota", isDemand ? withInterest ? 0.15 : 0.16 : 0.2, true));
        sheet.Table(columns, content.Lines.Select((line, i) => Row(line, i + 1, isDemand, withInterest)), ["", "Razem", "", .. isDemand ? (string[])[""] : [], .. withInterest ? (string[])[Plain(content.Interest)] : [], Plain(isDemand ? content.Total - content.Paid : content.Total)]);
    }

    private static IReadOnlyList<string> Row(PaperLine line, int number, bool isDemand, bool withInterest) =>
        [$"{number}", line.Basis is null ? line.Text : $"{line.Text} ({line.Basis})", Day(line.Due), .. isDemand ? new[] { $"{line.DaysLate}" } : [], .. withInterest ? new[] { Plain(line.Interest) } : [], Plain(isDemand ? line.Amount - line.Paid : line.Amount)];

    private static void Sums(PaperSheet sheet, PaperKind kind, PaperContent content)
    {
        if (content.Paid != 0 && kind == PaperKind.Note)
            sheet.Text($"Wpłacono do dnia wystawienia: {content.Paid.ToZloty()}");
        if (content.Interest > 0)
            sheet.Text($"Odsetki ustawowe za opóźnienie (art. 481 § 2 k.c.) na dzień {Day(content.IssuedOn)}: {content.Interest.ToZloty()}");
        if (kind == PaperKind.Correction)
        {
            sheet.Text($"Zmiana należności: {content.ToPay.ToZloty()}", 12, isBold: true);
            sheet.Text($"słownie: {AmountInWords.Of(content.ToPay)}", 9.5);
            return;
        }

        sheet.BesideCode(content.TransferCode, CodeSize, isDense: true, () =>
        {
            sheet.Text($"Do zapłaty: {content.ToPay.ToZloty()}", 13, isBold: true);
            sheet.TextAt($"słownie: {AmountInWords.Of(content.ToPay)}", 56, PaperSheet.FullWidth - CodeSize - 20, 9.5);
            sheet.Gap(6);
            sheet.Text($"Termin: {Day(content.PayBy!.Value)}");
            sheet.TextAt($"Odbiorca: {content.Issuer.Name}", 56, PaperSheet.FullWidth - CodeSize - 20, 10);
            sheet.Text($"Rachunek: {content.Account}");
            sheet.Text($"Tytuł: {content.TransferTitle}");
            if (content.TransferCode is not null)
                sheet.Text("Kod obok wypełnia przelew w aplikacji banku.", 8.5, isQuiet: true);
        });
    }

    private static void Closing(PaperSheet sheet, PaperKind kind, PaperContent content)
    {
        sheet.Gap(16);
        if (kind is PaperKind.Note or PaperKind.Correction)
            sheet.Text("Składka statutowa, nie podlega podatkowi VAT. Nota nie jest fakturą i nie trafia do KSeF.", 8.5, isQuiet: true);
        sheet.Text($"Pismo wystawiono elektronicznie w imieniu: {content.Issuer.Name}. Nie wymaga podpisu ani pieczęci.", 8.5, isQuiet: true);
    }

    private static string Plain(decimal amount) => amount.ToString("N2", CultureInfo.CurrentCulture);
}

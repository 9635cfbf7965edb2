using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory.Editor;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Care;

/// <summary>Somebody of the chamber compared the profile with the world: who, when, and what they noted.</summary>
public class VerifyFirm(AppDb db, SaveFirm save, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const int LongestNotes = 2000;
    public const int MostIssues = 1000;

    /// <param name="found">What was wrong.</param>
    /// <param name="mended">How much of it was put right at once.</param>
    public async Task<Outcome> Run(int companyId, string? notes, int found, int mended, CancellationToken cancel)
    {
        var clean = PlainText.Clean(notes);
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (clean.Length > LongestNotes)
            return Outcome.Refuse(texts["Notatka ma do 2000 znaków."], "notatka");
        if (found is < 0 or > MostIssues || mended < 0 || mended > found)
            return Outcome.Refuse(texts["Poprawionych błędów nie może być więcej niż znalezionych."], "poprawione");
        if (await save.Load(companyId, cancel) is not { } firm)
            return Outcome.Refuse(texts["Tej firmy już nie ma."]);
        if (firm.Quality is null)
            db.Add(firm.Quality = new QualityTracking { CompanyId = companyId });
        var tracking = firm.Quality;
        (tracking.VerificationCount, tracking.LastVerifiedAt, tracking.VerifiedBy) = (tracking.VerificationCount + 1, clock.GetUtcNow().UtcDateTime, me.Name);
        (tracking.VerificationNotes, tracking.IssuesFound, tracking.IssuesFixed) = (clean.Length == 0 ? null : clean, tracking.IssuesFound + found, tracking.IssuesFixed + mended);
        return await save.Run(firm, cancel) ? Outcome.Done : Outcome.Refuse(texts["Ktoś właśnie zapisał zmiany w tej firmie. Spróbuj jeszcze raz."]);
    }
}

/// <summary>Whether what a firm sends back by its link is taken over at once.</summary>
public class SetAutomatic(SaveFirm save, Me me, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int companyId, bool isAutomatic, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (await save.Load(companyId, cancel) is not { } firm)
            return Outcome.Refuse(texts["Tej firmy już nie ma."]);
        firm.AcceptsAutomatically = isAutomatic;
        return await save.Run(firm, cancel) ? Outcome.Done : Outcome.Refuse(texts["Ktoś właśnie zapisał zmiany w tej firmie. Spróbuj jeszcze raz."]);
    }
}

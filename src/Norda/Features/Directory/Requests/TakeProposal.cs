using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory.Editor;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Directory.Requests;

/// <summary>Puts the chosen fields of a proposal into the firm's profile and closes it; none chosen means that it is declined.</summary>
public class TakeProposal(AppDb db, SaveFirm save, Me me, ITellPeople people, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const string Source = "formularz firmy";

    public async Task<Outcome> Run(int requestId, IReadOnlyCollection<string> chosen, CancellationToken cancel)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        var now = clock.GetUtcNow().UtcDateTime;
        // Whoever marks it first decides it.
        if (await db.Set<ProfileRequest>().Where(r => r.Id == requestId && r.SubmittedAt != null && r.DecidedAt == null).ExecuteUpdateAsync(r => r.SetProperty(x => x.DecidedAt, now).SetProperty(x => x.DecidedBy, me.Id), cancel) == 0)
            return Outcome.Refuse(texts["Ta propozycja została już rozpatrzona."]);
        var request = await db.Set<ProfileRequest>().AsNoTracking().SingleAsync(r => r.Id == requestId, cancel);
        var proposed = JsonSerializer.Deserialize<Dictionary<string, ProposedValue>>(request.Proposal!)!;
        var firm = (await save.Load(request.CompanyId, cancel))!;
        foreach (var field in ProfileSection.AllFields.Where(f => chosen.Contains(f.Key) && proposed.ContainsKey(f.Key)))
        {
            field.Set(firm, proposed[field.Key].New);
            Note(firm, field.Key, now);
        }

        firm.LegalForm = LegalForm.From(firm.LegalName ?? firm.Name) ?? firm.LegalForm;
        if (chosen.Count > 0 && !await save.Run(firm, cancel))
            return Outcome.Refuse(texts["Ktoś właśnie zapisał zmiany w tej firmie. Spróbuj jeszcze raz."]);
        if (request.CreatedBy is { } sender && me.Id is { } decider && sender != decider)
            await people.Tell(sender, new Notice(RequestNotices.ProfileRequest, $"profile-request:{requestId}:decided", chosen.Count > 0 ? texts["Dane firmy {0} są już w katalogu", firm.Name] : texts["Danych firmy {0} nie przyjęto", firm.Name], $"/firma/{firm.Slug}"), cancel);
        if (own is not null)
            await own.CommitAsync(cancel);
        return Outcome.Done;
    }

    private void Note(Company firm, string field, DateTime now)
    {
        if (firm.FieldSources.Find(s => s.Field == field) is { } source)
            (source.Source, source.SourceUrl, source.TakenAt) = (Source, null, now);
        else
            db.Add(new FieldSource { CompanyId = firm.Id, Field = field, Source = Source, TakenAt = now });
    }
}

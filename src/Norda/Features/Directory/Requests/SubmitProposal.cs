using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory.Editor;
using Norda.Platform;
using Norda.Platform.Contributions;

namespace Norda.Features.Directory.Requests;

/// <summary>Takes back what a firm corrected through its link: as a proposal, or at once where the office chose so.</summary>
public class SubmitProposal(AppDb db, TakeProposal take, ITellPeople people, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Saved> Run(string secret, IReadOnlyDictionary<string, string?> typed, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var firm = await db.OpenRequests(secret, now).Select(r => r.Firm).SingleOrDefaultAsync(cancel);
        if (firm is null)
            return Saved.Refuse("", texts["Ten link już nie działa. Poproś biuro izby o nowy."]);
        var changes = new Dictionary<string, ProposedValue>(StringComparer.Ordinal);
        var errors = new List<(string, string)>();
        foreach (var field in ProfileSection.AllFields.Where(f => typed.ContainsKey(f.Key)))
        {
            var (value, error) = field.Read(typed[field.Key], texts);
            if (error is not null)
                errors.Add((field.Key, error));
            else if (field.Get(firm) is var old && Stored(field, old) != value)
                changes[field.Key] = new ProposedValue(old, value);
        }

        if (errors.Count > 0)
            return new Saved(errors, null);
        var proposal = JsonSerializer.Serialize(changes);
        // The first answer wins: the link works once.
        if (await db.OpenRequests(secret, now).Select(r => r.Request).ExecuteUpdateAsync(r => r.SetProperty(x => x.SubmittedAt, now).SetProperty(x => x.Proposal, proposal), cancel) == 0)
            return Saved.Refuse("", texts["Ten link już nie działa. Poproś biuro izby o nowy."]);
        var request = await db.Set<ProfileRequest>().Where(r => r.TokenHash == Secret.HashOf(secret)).Select(r => new { r.Id, r.CreatedBy }).SingleAsync(cancel);
        if (request.CreatedBy is { } sender)
            await people.Tell(sender, new Notice(RequestNotices.ProfileRequest, $"profile-request:{request.Id}", texts["Firma {0} odesłała swoje dane", firm.Name], "/biuro/zmiany"), cancel);
        if (firm.AcceptsAutomatically || changes.Count == 0)
            await take.Run(request.Id, changes.Keys, cancel);
        await transaction.CommitAsync(cancel);
        return Saved.Done;
    }

    /// <summary>What is there, written as it would be stored today: a number with other spaces is the same number.</summary>
    private string? Stored(EditorField<Company> field, string? old) => field.Read(old, texts) is (var value, null) ? value : old;
}

/// <summary>A value as it was when the firm saw it, and as the firm wants it.</summary>
public sealed record ProposedValue(string? Old, string? New);

public static class ProfileRequests
{
    /// <summary>The request that the secret of a link opens, with its firm; nothing when it was used, has expired, or never was.</summary>
    public static IQueryable<OpenRequest> OpenRequests(this AppDb db, string secret, DateTime now)
    {
        var hash = Secret.HashOf(secret);
        return from request in db.Set<ProfileRequest>()
               join firm in db.Companies on request.CompanyId equals firm.Id
               where request.TokenHash == hash && request.SubmittedAt == null && request.ExpiresAt > now
               select new OpenRequest { Request = request, Firm = firm };
    }
}

public sealed class OpenRequest
{
    public required ProfileRequest Request { get; init; }
    public required Company Firm { get; init; }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Features.Membership.Joining;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Deciding;

/// <summary>The board does not let the firm in, with a reason; the firm may appeal once, within thirty days.</summary>
public class RefuseDeclaration(AppDb db, Me me, NameResolution resolutions, DeclarationLinks links, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const int DaysToAppeal = 30;

    /// <param name="origin">Scheme and host of the address in the letter.</param>
    public async Task<Outcome> Run(int id, ResolutionName resolution, string? reason, string origin, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (PlainText.Clean(reason) is not { Length: > 0 and <= DeclarationMap.LongestReason } why)
            return Outcome.Refuse(texts["Napisz, dlaczego zarząd odmówił (do 1000 znaków)."], "Reason");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Declaration>().SingleOrDefaultAsync(d => d.Id == id, cancel) is not { IsOpen: true } declaration)
            return await db.Closed(id, texts, cancel);
        var (found, outcome) = await resolutions.Run(resolution, cancel);
        if (found is null)
            return outcome;
        (declaration.ResolutionId, declaration.Reason, declaration.DecidedBy, declaration.DecidedAt) = (found.Id, why, me.Id, clock.GetUtcNow().UtcDateTime);
        declaration.AppealUntil = declaration.AppealedAt is null ? clock.Today().AddDays(DaysToAppeal) : null;
        declaration.Status = DeclarationStatus.Refused;
        declaration.Version++;
        if (DeclarationLetters.ReaderOf(declaration) is { } reader)
            mail.Run(DeclarationLetters.Refused(texts, reader, declaration, found.Called, links.Issue(declaration), origin));
        outcome = await db.Decide(texts, cancel);
        if (!outcome.Refused)
            await transaction.CommitAsync(cancel);
        return outcome;
    }
}

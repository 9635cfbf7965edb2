using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Membership.Joining;

/// <summary>The firm does not agree with the refusal and says why, within thirty days.</summary>
public class AppealDeclaration(AppDb db, QueueMail mail, TimeProvider clock, IOptions<ChamberOptions> chamber, IStringLocalizer<Texts> texts)
{
    private const int Shortest = 20;

    /// <summary>Whoever calls has checked that the person may: by the secret link, or as the office, which got a letter on paper.</summary>
    public async Task<Outcome> Run(Declaration declaration, string? typed, string origin, CancellationToken cancel)
    {
        if (declaration.Status != DeclarationStatus.Refused)
            return Outcome.Refuse(texts["Od tej deklaracji nie ma teraz odwołania. Odśwież stronę."]);
        if (declaration.AppealUntil < clock.Today())
            return Outcome.Refuse(texts["Czas na odwołanie minął {0}. Można złożyć nową deklarację.", declaration.AppealUntil!.Value.ToString("d MMMM yyyy", System.Globalization.CultureInfo.CurrentCulture)]);
        var text = PlainText.Clean(typed);
        if (text.Length is < Shortest or > DeclarationMap.LongestAppeal)
            return Outcome.Refuse(texts["Odwołanie ma od 20 do 4000 znaków: napisz, z czym się nie zgadzasz i dlaczego."], "Appeal");
        (declaration.Status, declaration.Appeal, declaration.AppealedAt) = (DeclarationStatus.Appealed, text, clock.GetUtcNow().UtcDateTime);
        declaration.Version++;
        if (chamber.Value.Email is { } office)
            mail.Run(DeclarationLetters.ToOffice(texts, office, declaration, origin));
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refuse(texts["Ktoś właśnie zmienił tę deklarację. Odśwież stronę."]);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Outcome.Refuse(texts["Dla tej firmy jest już nowa deklaracja. Odwołanie nie jest potrzebne."]);
        }
    }
}

/// <summary>The firm changes its mind before the board has decided.</summary>
public class WithdrawDeclaration(AppDb db, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>Whoever calls has checked that the person may.</summary>
    public async Task<Outcome> Run(Declaration declaration, CancellationToken cancel)
    {
        if (!declaration.IsOpen)
            return Outcome.Refuse(texts["Tej deklaracji nie można już wycofać. Odśwież stronę."]);
        (declaration.Status, declaration.WithdrawnAt) = (DeclarationStatus.Withdrawn, clock.GetUtcNow().UtcDateTime);
        declaration.Version++;
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refuse(texts["Ktoś właśnie zmienił tę deklarację. Odśwież stronę."]);
        }
    }
}

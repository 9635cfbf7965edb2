using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts.Reset;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts;

/// <summary>The first administrator is made where the server stands; the printed link sets the password.</summary>
public static class AdminCommand
{
    public static Command Create(AppFactory app)
    {
        var address = new Argument<string>("E-MAIL") { Description = "Adres administratora." };
        var name = new Option<string>("--name") { Description = "Imię i nazwisko.", DefaultValueFactory = _ => "Administrator" };
        var command = new Command("admin", "Daje osobie rolę administratora (konto powstaje, gdy go nie ma) i wypisuje link do ustawienia hasła.") { address, name };
        command.SetAction(async (parsed, cancel) =>
        {
            if (!Email.TryParse(parsed.GetRequiredValue(address), out var email))
                throw new UsageException("To nie jest adres e-mail. Podaj na przykład: norda admin biuro@izba.example");
            await using var built = app();
            await using var scope = built.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Migrator>().Run(cancel);
            var secret = await scope.ServiceProvider.GetRequiredService<MakeAdmin>().Run(email, parsed.GetRequiredValue(name), cancel);
            var origin = built.Configuration[$"{SiteOptions.Section}:{nameof(SiteOptions.PublicUrl)}"]?.TrimEnd('/') ?? Hosting.DefaultUrl;
            Console.WriteLine($"{origin}/haslo/{secret}");
            return 0;
        });
        return command;
    }
}

/// <summary>Gives a person the role of admin, with an account when they have none.</summary>
public class MakeAdmin(AppDb db, AccountLinks links, TimeProvider clock)
{
    /// <returns>The secret of a link that sets the password.</returns>
    public async Task<string> Run(string email, string name, CancellationToken cancel)
    {
        var (now, normalized) = (clock.GetUtcNow().UtcDateTime, email.ToUpperInvariant());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var user = await db.Set<User>().Include(u => u.Roles).SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, cancel);
        if (user is null)
            db.Add(user = new User { Name = name, Email = email, UserName = email, NormalizedEmail = normalized, NormalizedUserName = normalized, SecurityStamp = Guid.NewGuid().ToString(), EmailConfirmed = true, CreatedAt = now });
        user.IsAdmin = true;
        if (user.Roles.TrueForAll(r => r.Role != Role.Admin))
            user.Roles.Add(new StaffRole { Role = Role.Admin, GrantedAt = now });
        await db.SaveChangesAsync(cancel);
        var secret = links.Issue(TokenPurpose.ResetPassword, AskForReset.Lifetime, user, email);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return secret;
    }
}

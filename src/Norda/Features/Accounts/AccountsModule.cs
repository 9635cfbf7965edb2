using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Norda.Data;
using Norda.Features.Accounts.Account;
using Norda.Features.Accounts.Care;
using Norda.Features.Accounts.Consents;
using Norda.Features.Accounts.Demo;
using Norda.Features.Accounts.EmailChange;
using Norda.Features.Accounts.Erasing;
using Norda.Features.Accounts.Invitations;
using Norda.Features.Accounts.MyData;
using Norda.Features.Accounts.Passkeys;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Accounts.People;
using Norda.Features.Accounts.Providers;
using Norda.Features.Accounts.Register;
using Norda.Features.Accounts.Reset;
using Norda.Features.Accounts.SignIn;
using Norda.Features.Accounts.StepUp;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Accounts;

public static class AccountsModule
{
    /// <summary>Where people land who signed in without having asked for a page.</summary>
    public const string StartPage = "~/start";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().SetApplicationName("Norda").PersistKeysToDbContext<AppDb>();
        builder.Services.AddIdentityCore<User>(identity => identity.User.RequireUniqueEmail = true)
            .AddUserStore<ProtectedUserStore>().AddSignInManager().AddTokenProvider<AuthenticatorTokenProvider<User>>(TokenOptions.DefaultAuthenticatorProvider);
        builder.Services.AddSingleton<HashGate>();
        PasswordCheck.Configure(builder.Services);
        builder.Services.AddSingleton<BcryptHasher>();
        builder.Services.AddSingleton<IPasswordHasher<User>>(services => services.GetRequiredService<BcryptHasher>());
        builder.Services.AddExceptionHandler<TooBusyAnswer>();
        builder.Services.AddScoped<IPersonNames, PersonNames>();
        builder.Services.AddScoped<IFreshDatabase, DemoPeople>();
        builder.Services.AddScoped<SessionPerson>();
        builder.Services.AddScoped<StartSession>();
        builder.Services.AddScoped<SignInFailures>();
        builder.Services.AddScoped<CheckPassword>();
        builder.Services.AddSingleton<SecondStep>();
        builder.Services.AddScoped<AccountLinks>();
        builder.Services.AddScoped<RegisterPerson>().AddScoped<AskForProof>().AddScoped<ConfirmPassword>().AddScoped<CheckCode>().AddScoped<ProveAgain>();
        builder.Services.AddScoped<AddToFirm>().AddScoped<MarkMembers>().AddScoped<ChangeStaffRoles>().AddScoped<DisablePerson>().AddScoped<EnablePerson>().AddScoped<EndSessions>().AddScoped<ResendVerification>().AddScoped<ResetSecondFactor>();
        builder.Services.AddScoped<VerifyEmail>();
        builder.Services.AddScoped<AskForReset>();
        builder.Services.AddScoped<SetPassword>();
        builder.Services.AddScoped<DecideJoinRequest>();
        builder.Services.AddScoped<MakeAdmin>().AddScoped<FirstRunCode>().AddScoped<MakeFirstAdmin>();
        builder.Services.AddScoped<InvitePerson>().AddScoped<WelcomeOwner>().AddScoped<WithdrawInvitation>().AddScoped<AcceptInvitation>();
        builder.Services.AddScoped<AskForEmailChange>().AddScoped<ConfirmEmailChange>().AddScoped<CloseAccount>().AddScoped<ChangeName>();
        builder.Services.AddScoped<ForgetAccounts>();
        builder.Services.AddSingleton<ConsentTexts>().AddScoped<GiveConsent>().AddScoped<CopyConsents>().AddScoped<ExportPerson>().AddScoped<ErasePerson>();
        builder.Services.AddSingleton(new SitePage("Zasady serwisu", "/zasady", "regulamin,zgody,konto"));
        builder.Services.AddSingleton(AccountNotices.JoinDecided).AddSingleton(AccountNotices.InvitationAccepted);
        builder.Services.AddSingleton(new NavItem("Ludzie w firmie", "/moja-firma/zespol", "users", 60, "Ludzie") { Group = "Moja firma", Requires = (Resource.CompanyTeam, Act.Change) });
        builder.Services.AddAccountsAtStart();
        builder.Services.AddAccountLetterSamples();
        builder.Services.AddSingleton<ShortMemory>();
        builder.AddPasskeys();
        builder.AddSessionCookie();
        builder.AddSignInProviders();
        // It would read the keys at start, before the database is there; they are read when first needed.
        builder.Services.Remove(builder.Services.Single(s => s.ImplementationType?.Name == "DataProtectionHostedService"));
    }

    public static void MapAccounts(this WebApplication app)
    {
        app.MapSignIn();
        app.MapProviders();
    }
}

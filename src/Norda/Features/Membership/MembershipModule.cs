using Norda.Data;
using Norda.Features.Accounts.Consents;
using Norda.Features.Files;
using Norda.Features.Membership.Assembly;
using Norda.Features.Membership.Deciding;
using Norda.Features.Membership.Demo;
using Norda.Features.Membership.Joining;
using Norda.Features.Membership.Register;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Membership;

public static class MembershipModule
{
    private const string Group = "Biuro izby";

    public static void AddMembership(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<NameResolution>();
        builder.Services.AddScoped<SaveBand>();
        builder.Services.AddScoped<IFreshDatabase, DemoMembers>().AddScoped<IFreshDatabase, DemoPapers>().AddScoped<IFreshDatabase, DemoDeclarations>();
        builder.Services.AddJoining();
        builder.Services.AddOptions<StandingOptions>().BindConfiguration(StandingOptions.Section);
        builder.Services.AddScoped<MemberList>().AddScoped<EndMembership>().AddScoped<KeepMembersInStep>();
        builder.Services.AddSingleton(new NavItem("Członkowie", "/biuro/czlonkowie", "users", 103) { Group = Group, Requires = (Resource.Member, Act.Read) });
        builder.Services.AddAssembly();
    }

    public static void MapMembership(this WebApplication app)
    {
        app.MapMembersApi();
        app.MapDeclarationsApi();
    }

    private static void AddJoining(this IServiceCollection services)
    {
        VatRegister.Configure(services);
        services.AddScoped<DeclarationDrafts>().AddScoped<DeclarationLinks>().AddScoped<StartDeclaration>().AddScoped<SubmitDeclaration>().AddScoped<AppealDeclaration>().AddScoped<WithdrawDeclaration>().AddScoped<SendDocuments>().AddScoped<ForgetDeclarations>();
        services.AddScoped<NoteDocuments>().AddScoped<AskForDocuments>().AddScoped<RefuseDeclaration>().AddScoped<AdmitFirm>().AddScoped<InviteToDeclare>();
        services.AddSingleton(new SitePage("Dołącz do izby", "/dolacz", "członkostwo,deklaracja,przystąpienie,zapisać firmę,jak wejść"));
        services.AddSingleton(new NavItem("Deklaracje", "/biuro/deklaracje", "clipboard-check", 101) { Group = Group, Requires = (Resource.Declaration, Act.Change) });
        services.AddSingleton<IEarlierConsents, DeclaredConsents>();
        services.AddDeclarationSamples();
    }

    private static void AddAssembly(this IServiceCollection services)
    {
        services.AddScoped<SaveResolution>().AddScoped<SaveDocument>().AddScoped<AddDocumentVersion>().AddScoped<SaveBody>().AddScoped<SaveTerm>();
        services.AddSingleton<IFileUse, PapersOfChamber>();
        services.AddSingleton(new SitePage("Dokumenty izby", "/dokumenty", "statut,regulamin,protokół,uchwały,sprawozdanie"));
        services.AddSingleton(new SitePage("Władze izby", "/wladze", "zarząd,prezes,komisja rewizyjna,kadencja,rada"));
        services.AddSingleton(new NavItem("Uchwały", "/biuro/uchwaly", "scale", 108) { Group = Group, Requires = (Resource.Resolution, Act.Read) });
        services.AddSingleton(new NavItem("Władze", "/biuro/wladze", "users", 109) { Group = Group, Requires = (Resource.ChamberBody, Act.Change) });
        services.AddSingleton(new NavItem("Dokumenty", "/dokumenty", "certificate", 48));
    }
}

using Microsoft.Extensions.DependencyInjection;
using ScCa.Application;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Staff;
using ScCa.Composition.StandIns;
using ScCa.Domain.Platforms;
using ScCa.Issuance;
using ScCa.Issuance.Offices;
using ScCa.Keys;

namespace ScCa.Composition;

/// <summary>What a host does before anything else.</summary>
public static class ScCaStart
{
    /// <summary>Refuses to start on what is missing or only stands in, naming each; marks a demonstration's folder as one.</summary>
    /// <exception cref="StartUpRefusedException">Something is missing, or a stand-in or demonstration key would be used for real.</exception>
    public static async Task CheckScCa(this IServiceProvider services, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(services);
        var guard = services.GetRequiredService<StandInGuard>();
        var folder = services.GetRequiredService<DataFolder>();
        // Read here, so that what is wrong with a policy is told before anything is written.
        services.GetRequiredService<PolicyBook>();
        if (services.GetRequiredService<ScCaOptions>().Demo)
        {
            guard.CheckFolder();
            // The mark comes before the first key: whatever crashes, a demonstration's key never lies in a folder that looks real.
            folder.Create();
            File.WriteAllText(folder.DemoMark, "Nothing below this folder is real: it belongs to a demonstration.\n此目录为演示数据，均非真实。\n");
        }

        await guard.CheckPorts(cancellation).ConfigureAwait(false);
    }

    /// <summary>Refuses to read a folder that holds no history; nothing is made there.</summary>
    /// <exception cref="StartUpRefusedException">There is no history in the data folder.</exception>
    public static void CheckScCaHistory(this IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var folder = services.GetRequiredService<DataFolder>();
        if (!folder.HasHistory)
            throw new StartUpRefusedException(StartUpRefusal.NoHistory(folder.Root));
    }

    /// <summary>Refuses to answer relying parties where there is nothing to answer from, or nothing to sign with, or where a demonstration would answer for real.</summary>
    /// <exception cref="StartUpRefusedException">What is missing or wrong.</exception>
    public static void CheckScCaStatus(this IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var (options, folder) = (services.GetRequiredService<ScCaOptions>(), services.GetRequiredService<DataFolder>());
        services.CheckScCaHistory();
        if (folder.IsDemo != options.Demo)
            throw new StartUpRefusedException(folder.IsDemo ? StartUpRefusal.FolderIsDemo(folder.Root) : StartUpRefusal.FolderIsReal(folder.Root));
        if (!options.Demo && options.AuthorityFolder is null)
            throw new StartUpRefusedException(StartUpRefusal.StatusNeedsAFolder());
        try
        {
            if (services.GetRequiredService<AuthorityOffices>().Status.Count == 0)
                throw new StartUpRefusedException(StartUpRefusal.ResponderMissing(options.AuthorityFolder?.Folder ?? folder.DemoAuthority));
            // What else it takes is made now: whatever is wrong with it is told at the start.
            services.GetRequiredService<IRevocationServices>();
        }
        catch (KeyRefusedException reason)
        {
            throw new StartUpRefusedException(new StartUpRefusal("ST3", reason.ZhCn, reason.En));
        }
        catch (AuthorityRefusedException reason)
        {
            throw new StartUpRefusedException(new StartUpRefusal("ST3", reason.ZhCn, reason.En));
        }
    }

    /// <summary>Begins to set a data folder up for real business: makes its master key. Where a set-up was interrupted after that, it goes on.</summary>
    /// <returns>The key's file.</returns>
    /// <exception cref="StartUpRefusedException">The folder has lost its master key, or belongs to a demonstration.</exception>
    public static string InitDataFolder(ScCaOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = new DataFolder(options);
        if (folder.IsDemo)
            throw new StartUpRefusedException(StartUpRefusal.FolderIsDemo(folder.Root));
        if (folder.HasMasterKey)
            return folder.MasterKey;
        // A key that is gone from under its history has to come back from the backup: a new one would open nothing that is sealed.
        if (folder.HasHistory)
            throw new StartUpRefusedException(StartUpRefusal.AlreadySetUp(folder.Root));
        folder.Create();
        try
        {
            using var secrets = FileMasterSecrets.Create(folder.Root);
            return folder.MasterKey;
        }
        catch (KeyRefusedException reason)
        {
            throw new StartUpRefusedException(new StartUpRefusal("ST6", reason.ZhCn, reason.En));
        }
    }

    /// <summary>Ends it: appoints the first administrator, once.</summary>
    /// <exception cref="StartUpRefusedException">The folder is set up already.</exception>
    public static async Task<Outcome<IssuedCode>> AppointFirstAdministrator(
        this IServiceProvider services, string account, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(services);
        var setUp = services.GetRequiredService<StaffSetUp>();
        return await setUp.HasAdministrator(cancellation).ConfigureAwait(false)
            ? throw new StartUpRefusedException(StartUpRefusal.AlreadySetUp(services.GetRequiredService<DataFolder>().Root))
            : await setUp.AppointFirst(account, name, cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes a new one-time code for a member of staff, for whoever runs the server: also where no administrator may (F4).</summary>
    /// <exception cref="StartUpRefusedException">There is no history in the data folder, or it belongs to a demonstration.</exception>
    public static Task<Outcome<IssuedCode>> IssueStaffCode(
        this IServiceProvider services, string commandId, string account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.CheckScCaHistory();
        var folder = services.GetRequiredService<DataFolder>();
        return folder.IsDemo
            ? throw new StartUpRefusedException(StartUpRefusal.FolderIsDemo(folder.Root))
            : services.GetRequiredService<StaffSetUp>().IssueCode(commandId, account, cancellation);
    }

    /// <summary>Proves who works on the staff's accounts at the server, as the pages do: the rules of two people count there as well (F4, F7).</summary>
    /// <exception cref="StartUpRefusedException">There is no history in the data folder, or it belongs to a demonstration.</exception>
    public static Task<Outcome<StaffSession>> SignInStaff(this IServiceProvider services, string account, string? passphrase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.CheckScCaHistory();
        var folder = services.GetRequiredService<DataFolder>();
        return folder.IsDemo
            ? throw new StartUpRefusedException(StartUpRefusal.FolderIsDemo(folder.Root))
            : services.GetRequiredService<StaffSignIn>().SignIn(account, passphrase, cancellation);
    }

    /// <summary>Gives the master key a new version and retires the old one, for whoever runs the server; broken off, it is run again. Hosts may go on working.</summary>
    /// <returns>What it came to, and the new version's file.</returns>
    /// <exception cref="StartUpRefusedException">There is no history in the data folder, it belongs to a demonstration, or its master key is missing.</exception>
    public static async Task<(RotationReport Report, string KeyFile)> RotateMasterKey(this IServiceProvider services, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.CheckScCaHistory();
        var folder = services.GetRequiredService<DataFolder>();
        if (folder.IsDemo)
            throw new StartUpRefusedException(StartUpRefusal.FolderIsDemo(folder.Root));
        try
        {
            var report = await services.GetRequiredService<MasterKeyRotation>().Run(cancellation).ConfigureAwait(false);
            return (report, folder.MasterKey);
        }
        catch (KeyRefusedException reason)
        {
            throw new StartUpRefusedException(new StartUpRefusal("ST6", reason.ZhCn, reason.En));
        }
    }
}

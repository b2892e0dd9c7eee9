@echo off
rem Starts modpool: finds a JDK, builds when the sources are newer than the jar, runs. Talks on stderr only.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "root=%root:~0,-1%"
set "jar=%root%\target\modpool.jar"
set "classes=%root%\target\live.jsa"
set "lock=%root%\target\launcher.lock"
set "began=%root%\target\launcher.began"
set "jdk="

rem To build takes a JDK; to run, a bare runtime will do.
set "tool=java"
call :stale
if errorlevel 1 set "tool=javac"
if defined JAVA_HOME call :suits "%JAVA_HOME%"
if not defined jdk for /f "delims=" %%J in ('where java 2^>nul') do if not defined jdk call :suits "%%~dpJ.."
set "newest=0"
if not defined jdk for %%R in (
  "%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu"
  "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%ProgramFiles%\OpenJDK"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps"
) do for /d %%D in ("%%~R\*") do (
  call :newer "%%~D"
  call :newer "%%~D\current"
)
if not defined jdk if defined newest_home set "jdk=%newest_home%"
if not defined jdk (
  >&2 echo modpool: no JDK 25 or newer found ^(looked at JAVA_HOME, PATH and the usual folders^): install one, e.g. Eclipse Temurin 25, or set JAVA_HOME
  exit /b 1
)

if %tool%==java goto run
call :build
if errorlevel 1 exit /b 1

:run
set "kind=offline"
set "first=%~1"
if not defined first set "kind=live"
if "%first:~0,1%"=="-" set "kind=live"
for %%C in (live play doctor) do if "%first%"=="%%C" set "kind=live"
for %%C in (-h --help -V --version) do if "%first%"=="%%C" set "kind=offline"
if %kind%==live goto live
"%jdk%\bin\java.exe" "@%root%\native-config\%kind%.options" --module-path "%jar%;%root%\target\lib" -m modpool/modpool.cli.Main %*
exit /b %errorlevel%

rem The JVM takes recorded classes only in the place, and of the JDK and jar, that they were recorded from.
:live
set "place="
if exist "%classes%" if exist "%classes%.place" set /p place=<"%classes%.place"
if not "%place%"=="%root%" goto unrecorded
"%jdk%\bin\java.exe" "@%root%\native-config\live.options" "-XX:SharedArchiveFile=%classes%" "-Xlog:cds*=off" "-Xlog:aot*=off" -cp "%jar%" modpool.cli.Main %*
exit /b %errorlevel%
:unrecorded
"%jdk%\bin\java.exe" "@%root%\native-config\live.options" -cp "%jar%" modpool.cli.Main %*
exit /b %errorlevel%

rem Sets jdk if the folder is a JDK 25 or newer: its release file says so.
:suits
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\bin\%tool%.exe" exit /b
if not exist "%~1\release" exit /b
set "version="
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do for /f "delims=.-+" %%M in ("%%~V") do set "version=%%M"
if not defined version exit /b
if %version% geq 25 set "jdk=%~f1"
exit /b

:newer
call :suits "%~1"
if not defined jdk exit /b
if %version% gtr %newest% (
  set "newest=%version%"
  set "newest_home=%jdk%"
)
set "jdk="
exit /b

rem Errorlevel 1 if there is no whole jar, or a source is newer than it.
:stale
if not exist "%jar%" exit /b 1
if exist "%lock%" exit /b 1
powershell -NoProfile -Command "$t = (Get-Item -LiteralPath $env:jar).LastWriteTimeUtc; $s = 'pom.xml', 'src\main', 'presets' | ForEach-Object { Join-Path $env:root $_ } | Where-Object { Test-Path -LiteralPath $_ }; if (Get-ChildItem -LiteralPath $s -Recurse | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1) { exit 1 }"
exit /b %errorlevel%

rem One builder at a time: making a folder succeeds once. A lock of half an hour is a dead builder's.
:build
if not exist "%root%\target" mkdir "%root%\target"
set "told="
:wait
mkdir "%lock%" 2>nul && goto locked
if not exist "%lock%" (
  >&2 echo modpool: cannot write to "%root%\target", where modpool is built
  exit /b 1
)
powershell -NoProfile -Command "if ((Get-Item -LiteralPath $env:lock).CreationTimeUtc -lt [DateTime]::UtcNow.AddMinutes(-30)) { Remove-Item -LiteralPath $env:lock, $env:jar -ErrorAction SilentlyContinue }"
if not defined told >&2 echo modpool: another start is building; waiting ^(if not, remove "%lock%"^)
set "told=yes"
>nul ping -n 2 127.0.0.1
goto wait
:locked
rem Another start may have built it while this one waited.
rmdir "%lock%"
call :stale
if not errorlevel 1 exit /b 0
mkdir "%lock%" 2>nul || goto wait
where mvn >nul 2>nul
if errorlevel 1 (
  rmdir "%lock%"
  >&2 echo modpool: no Maven found on PATH, and modpool has to be built once: install Maven 3.6.3 or newer
  exit /b 1
)
>&2 echo modpool: building once ...
if exist "%jar%" del "%jar%"
if exist "%classes%" del "%classes%"
>"%began%" echo.
set "JAVA_HOME=%jdk%"
pushd "%root%"
call mvn -q -B -Dquick -Dmaven.test.skip=true package >"%root%\target\launcher.log" 2>&1
set "built=%errorlevel%"
popd
if not "%built%"=="0" (
  >&2 type "%root%\target\launcher.log"
  if exist "%jar%" del "%jar%"
  del "%began%"
  rmdir "%lock%"
  >&2 echo modpool: the build failed, for the reasons above
  exit /b 1
)
rem It gets the time the build began, so that a source saved meanwhile counts as newer.
powershell -NoProfile -Command "(Get-Item -LiteralPath $env:jar).LastWriteTimeUtc = (Get-Item -LiteralPath $env:began).LastWriteTimeUtc"
del "%began%"
rem Only makes later starts faster, so it may fail.
"%jdk%\bin\java.exe" "@%root%\native-config\live.options" "-XX:ArchiveClassesAtExit=%classes%" -cp "%jar%" modpool.cli.Main live --rehearse --audio null --midi none <nul >nul 2>&1 && >"%classes%.place" <nul set /p "=%root%"
rmdir "%lock%"
exit /b 0

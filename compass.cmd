@echo off
rem Value Compass on Windows: builds the program when there is none, and runs it. Usage: compass COMMAND [OPTIONS]
rem After a change of the sources, delete target\value-compass.jar to build again.
setlocal
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "JAR=%HOME_DIR%\target\value-compass.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo compass: needs a JDK of version 17 or newer. Install one and set JAVA_HOME or PATH. 1>&2
    exit /b 2
)
if exist "%JAR%" goto run
echo compass: building; the first time fetches some 300 MB of libraries, which may take minutes 1>&2
set "MAVEN_OPTS=-XX:TieredStopAtLevel=1 %MAVEN_OPTS%"
call mvn -q -B -f "%HOME_DIR%\pom.xml" -Dmaven.test.skip=true -Dcyclonedx.skip=true package 1>&2
if errorlevel 1 (
    echo compass: the build failed; the messages are above. It needs Maven 3.8.1 or newer on the PATH. 1>&2
    exit /b 2
)
:run
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 "-Dcompass.home=%HOME_DIR%" -jar "%JAR%" %*
exit /b %errorlevel%
